package city.wayside.messages.fuzz;

import city.wayside.messages.MessageFormats;
import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.canonical.MessageObject;
import city.wayside.messages.envelope.EnvelopeReader;
import city.wayside.messages.envelope.FrameSearch;
import city.wayside.messages.envelope.Opening;
import city.wayside.messages.envelope.Unwrapped;
import city.wayside.messages.json.ProbeDecoder;
import city.wayside.messages.json.itsclient.ItsClientDecoder;
import city.wayside.messages.json.ode.OdeBsmDecoder;
import city.wayside.messages.uper.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// All trials, in the order in which the fuzzer's first byte counts them: new ones come last, so
/// that the kept inputs keep their meaning.
final class Trials {

  private static final long RECEIVED_MS = 1_795_000_000_000L;

  private Trials() {}

  static List<Trial> all() {
    List<Trial> trials = new ArrayList<>();
    trials.add(unpacker());
    trials.add(envelopes());
    trials.add(message -> new ProbeDecoder().decode(message, 1));
    trials.add(message -> new ItsClientDecoder().decode(message, 0, message.length, RECEIVED_MS));
    trials.add(message -> new OdeBsmDecoder().decode(message, 0, message.length, RECEIVED_MS));
    trials.add(Trials::packJson);
    MessageFormats.all().forEach(format -> trials.add(new FormatTrial(format)));
    trials.add(new TranslationTrial());
    return trials;
  }

  private static Trial unpacker() {
    Unpacker unpacker = new Unpacker();
    return message -> {
      if (unpacker.unpack(message) instanceof Unpacked.Rejected rejected) {
        Trial.promise(!rejected.refused().reason().isBlank(), "a refusal says why");
      }
    };
  }

  private static Trial envelopes() {
    EnvelopeReader reader = new EnvelopeReader();
    FrameSearch search = new FrameSearch();
    return message -> {
      Opening opening = reader.open(message);
      if (opening instanceof Unwrapped unwrapped) {
        Trial.promise(
            unwrapped.original().contains(unwrapped.message()), "the message is in its envelope");
      }
      Trial.promise(
          search.candidates(message, 0, message.length).size() <= FrameSearch.CANDIDATES_MAX,
          "few places are proposed");
    };
  }

  private static void packJson(byte[] message) {
    String text = new String(message, StandardCharsets.UTF_8);
    try {
      MessageObject.of(text).pack(text, null, null);
    } catch (Malformed refused) {
      Trial.promise(!refused.reason().isBlank(), "a refusal says why");
    }
  }
}
