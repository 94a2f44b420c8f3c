package city.wayside.town.cli;

import city.wayside.messages.canonical.MessageObject;
import city.wayside.messages.uper.Malformed;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `encode`.
@Command(
    name = "encode",
    description = {
      "Turns JSON, one message a line as `decode` writes it, into V2X messages (UPER) in",
      "hexadecimal digits, one a line. With --type a line may be the message's value alone.",
      "What is no message is told on standard error, and the exit code at the end is 1."
    })
final class EncodeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private MessageOptions options = new MessageOptions();

  EncodeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed {
    boolean well =
        new MessageLines(terminal)
            .forEach(options.sources(), source -> source.contains("{"), this::encode);
    return well ? ExitCode.OK : ExitCode.FAILED;
  }

  private boolean encode(String place, String line) {
    try {
      byte[] bytes = MessageObject.of(line).pack(line, options.standard(), options.type());
      terminal.out().append(HexFormat.of().formatHex(bytes)).append('\n');
      return true;
    } catch (Malformed malformed) {
      terminal.err().println(place + ": " + malformed.code().word() + ": " + malformed.reason());
      return false;
    }
  }
}
