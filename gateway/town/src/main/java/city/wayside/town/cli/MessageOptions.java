package city.wayside.town.cli;

import city.wayside.messages.Standard;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `decode` and `encode` are told alike.
final class MessageOptions {

  /// The choices of `--standard`.
  enum Family {
    AUTO,
    ETSI,
    SAE
  }

  @Option(
      names = "--standard",
      paramLabel = "etsi|sae|auto",
      defaultValue = "auto",
      description = "The family the messages must be of. Default: ${DEFAULT-VALUE}.")
  private Family family = Family.AUTO;

  @Option(
      names = "--type",
      paramLabel = "cam|...",
      description = {
        "The kind the messages must be of: cam denm spatem mapem ivim srem ssem cpm vam,",
        "bsm spat map tim srm ssm psm and other kinds of SAE J2735."
      })
  private @Nullable String type;

  @Parameters(
      arity = "0..*",
      paramLabel = "MESSAGE|-|FILE",
      description =
          "Messages, files with one message a line, or - for standard input (the default).")
  private List<String> sources = List.of();

  /// The family, or nothing when any will do.
  @Nullable Standard standard() {
    return switch (family) {
      case AUTO -> null;
      case ETSI -> Standard.ETSI;
      case SAE -> Standard.SAE;
    };
  }

  /// The kind's word, or nothing when any will do.
  @Nullable String type() {
    return type;
  }

  /// Where the messages come from.
  List<String> sources() {
    return sources;
  }
}
