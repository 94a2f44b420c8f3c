package city.wayside.messages.fuzz;

import city.wayside.messages.MessageOpener;
import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.selective.BsmState;
import city.wayside.messages.selective.CamState;
import city.wayside.messages.selective.DenmState;
import city.wayside.messages.translation.Translator;
import city.wayside.model.message.Decoded;

/// Opens, unpacks and translates whatever comes; the selective decoders must give the same reports.
final class TranslationTrial implements Trial {

  private static final long RECEIVED_MS = 1_795_000_000_000L;

  private final MessageOpener opener = new MessageOpener();
  private final Unpacker unpacker = new Unpacker();
  private final Translator translator = new Translator();

  @Override
  public void run(byte[] message) {
    if (opener.open(message, 0, message.length).unpacked() instanceof Unpacked.Message found) {
      translator.translate(found, RECEIVED_MS);
    }
    if (unpacker.unpack(message) instanceof Unpacked.Message bare) {
      checkSelective(bare.format().word(), message, translator.translate(bare, RECEIVED_MS));
    }
    DenmState.read(message, 0, message.length, RECEIVED_MS);
  }

  private static void checkSelective(String word, byte[] message, Decoded full) {
    switch (word) {
      case "cam" ->
          Trial.promise(
              CamState.read(message, 0, message.length, RECEIVED_MS).equals(full),
              "a CAM is read alike");
      case "bsm" ->
          Trial.promise(
              BsmState.read(message, 0, message.length, RECEIVED_MS).equals(full),
              "a BSM is read alike");
      default -> {}
    }
  }
}
