package city.wayside.town.cli;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.MessageOpener;
import city.wayside.messages.Unpacked;
import city.wayside.messages.canonical.MessageJson;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `decode`.
@Command(
    name = "decode",
    description = {
      "Turns V2X messages (ETSI ITS or SAE J2735, UPER, in hexadecimal digits) into JSON.",
      "One object a line, with the field names of the standard:",
      "  {\"standard\":\"etsi\",\"type\":\"cam\",\"version\":2,\"value\":{...}}",
      "Envelopes (GeoNetworking, IEEE 1609.2, TS 103 097) are opened, and told in a member"
          + " envelope.",
      "What is no message is told with its place in the bytes,",
      "  {\"error\":{\"code\":\"malformed\",\"message\":\"...\",\"bitOffset\":48}}",
      "and makes the exit code 1 at the end."
    })
final class DecodeCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final MessageOpener opener = new MessageOpener();

  @Mixin private MessageOptions options = new MessageOptions();

  DecodeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed {
    boolean well =
        new MessageLines(terminal)
            .forEach(options.sources(), DecodeCommand::isMessage, this::decode);
    return well ? ExitCode.OK : ExitCode.FAILED;
  }

  private static boolean isMessage(String source) {
    return !source.isBlank() && source.chars().allMatch(c -> isHexOrSpace((char) c));
  }

  private static boolean isHexOrSpace(char c) {
    return Character.digit(c, 16) >= 0 || Character.isWhitespace(c);
  }

  private boolean decode(String place, String line) {
    MessageOpener.Opened opened = opened(line);
    Unpacked unpacked = checked(opened.unpacked());
    MessageOpener.Opened checked = new MessageOpener.Opened(unpacked, opened.envelope());
    terminal.out().append(MessageJson.write(checked)).append('\n');
    return unpacked instanceof Unpacked.Message;
  }

  private MessageOpener.Opened opened(String line) {
    String digits = line.replaceAll("\\s", "");
    try {
      byte[] bytes = HexFormat.of().parseHex(digits);
      return opener.open(bytes, 0, bytes.length);
    } catch (IllegalArgumentException noHex) {
      return new MessageOpener.Opened(
          rejected(Refusal.MALFORMED, "the line is not pairs of hexadecimal digits"), null);
    }
  }

  private Unpacked checked(Unpacked unpacked) {
    if (!(unpacked instanceof Unpacked.Message message)) {
      return unpacked;
    }
    MessageFormat format = message.format();
    if (options.standard() != null && options.standard() != format.standard()) {
      return rejected(
          Refusal.UNSUPPORTED_TYPE,
          "the standard is " + format.standard().word() + ", must be " + options.standard().word());
    }
    if (options.type() != null && !options.type().equals(format.word())) {
      return rejected(
          Refusal.UNSUPPORTED_TYPE, "the type is " + format.word() + ", must be " + options.type());
    }
    return unpacked;
  }

  private static Unpacked rejected(Refusal code, String reason) {
    return new Unpacked.Rejected(new Refused(code, reason), 0);
  }
}
