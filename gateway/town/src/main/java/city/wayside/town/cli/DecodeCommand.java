package city.wayside.town.cli;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
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
      "or, for what is no message, with its place in the bytes:",
      "  {\"error\":{\"code\":\"malformed\",\"message\":\"...\",\"bitOffset\":48}}",
      "and exit code 1 at the end."
    })
final class DecodeCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Unpacker unpacker = new Unpacker();

  @Mixin private MessageOptions options = new MessageOptions();

  DecodeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed {
    boolean well = new MessageLines(terminal).forEach(options.sources(), this::decode);
    return well ? ExitCode.OK : ExitCode.FAILED;
  }

  private boolean decode(String place, String line) {
    Unpacked unpacked = checked(unpacked(line));
    terminal.out().append(MessageJson.write(unpacked)).append('\n');
    return unpacked instanceof Unpacked.Message;
  }

  private Unpacked unpacked(String line) {
    String digits = line.replaceAll("\\s", "");
    try {
      return unpacker.unpack(HexFormat.of().parseHex(digits));
    } catch (IllegalArgumentException noHex) {
      return rejected(Refusal.MALFORMED, "the line is not pairs of hexadecimal digits");
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
