package city.wayside.town.cli;

import java.security.SecureRandom;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a whole: which commands there are, and how mistakes are told.
@Command(
    name = "wayside",
    description = "The open smart-city gateway between vehicles and the city.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start here: wayside demo",
      "Help for one command: wayside COMMAND --help",
      "Exit codes: 0 done, 1 failed, 2 bad usage or configuration."
    })
public final class Wayside implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Wayside.class);

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  private Wayside() {}

  /// Runs one command.
  ///
  /// @return the exit code
  public static int run(Terminal terminal, String... words) {
    CommandLine line = withHelp(new Wayside());
    add(line, "demo", new DemoCommand(terminal));
    add(line, "run", new RunCommand(terminal));
    add(line, "check-config", new CheckConfigCommand(terminal));
    add(line, "replay", new ReplayCommand(terminal));
    add(line, "backtest", new BacktestCommand(terminal));
    add(line, "decode", new DecodeCommand(terminal));
    add(line, "encode", new EncodeCommand(terminal));
    line.addSubcommand("network", network(terminal));
    line.addSubcommand("bench", bench(terminal));
    line.addSubcommand("client", client(terminal));
    add(line, "version", new VersionCommand(terminal));
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Wayside::tellMisuse);
    line.setExecutionExceptionHandler(Wayside::tellFailure);
    int exitCode = line.execute(words);
    terminal.out().flush();
    terminal.err().flush();
    return exitCode;
  }

  private static CommandLine network(Terminal terminal) {
    CommandLine network = withHelp(new NetworkCommand());
    add(network, "import", new NetworkImportCommand(terminal));
    add(network, "info", new NetworkInfoCommand(terminal));
    return network;
  }

  private static CommandLine bench(Terminal terminal) {
    CommandLine bench = withHelp(new BenchCommand());
    add(bench, "ingest", new BenchIngestCommand(terminal));
    add(bench, "overload", new BenchOverloadCommand(terminal));
    add(bench, "connections", new BenchConnectionsCommand(terminal));
    add(bench, "coap", new BenchCoapCommand(terminal));
    add(bench, "decode", new BenchDecodeCommand(terminal));
    add(bench, "network", new BenchNetworkCommand(terminal));
    add(bench, "match", new BenchMatchCommand(terminal));
    for (String name : List.of("warning", "query")) {
      addNotYet(bench, name, new NotYetCommand.Bench(name));
    }
    return bench;
  }

  private static void add(CommandLine line, String word, Object command) {
    line.addSubcommand(word, withHelp(command));
  }

  /// A command that is not done yet takes any arguments, to say so.
  private static void addNotYet(CommandLine line, String word, NotYetCommand command) {
    line.addSubcommand(word, withHelp(command).setUnmatchedArgumentsAllowed(true));
  }

  private static CommandLine client(Terminal terminal) {
    CommandLine client = withHelp(new ClientCommand());
    add(client, "add", new ClientAddCommand(terminal, new SecureRandom()));
    add(client, "list", new ClientListCommand(terminal));
    add(client, "show", new ClientChangeCommand.Show(terminal));
    add(client, "disable", new ClientChangeCommand.Disable(terminal));
    add(client, "enable", new ClientChangeCommand.Enable(terminal));
    add(client, "remove", new ClientChangeCommand.Remove(terminal));
    return client;
  }

  private static CommandLine withHelp(Object command) {
    return new CommandLine(command).addMixin("help", new HelpOption());
  }

  /// Without a command: the help, and the exit code of bad usage.
  @Override
  public void run() {
    CommandSpec known = java.util.Objects.requireNonNull(spec);
    throw new ParameterException(known.commandLine(), "a command is missing");
  }

  private static int tellMisuse(ParameterException e, String[] words) {
    CommandLine line = e.getCommandLine();
    line.getErr().println("wayside: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, line.getErr());
    line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
    if (line.getParent() == null && words.length == 0) {
      line.getErr().println();
      line.usage(line.getErr());
    }
    return ExitCode.USAGE;
  }

  private static int tellFailure(Exception e, CommandLine line, ParseResult parsed) {
    if (e instanceof CommandFailed failed) {
      line.getErr().println("wayside: " + failed.getMessage());
      return failed.exitCode();
    }
    LOG.error("{} stopped by a fault in the program", line.getCommandSpec().qualifiedName(), e);
    return ExitCode.FAILED;
  }
}
