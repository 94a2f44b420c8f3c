package city.wayside.town.cli;

import city.wayside.kit.coap.CoapTarget;
import city.wayside.kit.coap.CoapTiming;
import city.wayside.kit.fleet.FleetOptions;
import city.wayside.kit.fleet.FleetTarget;
import city.wayside.kit.fleet.PayloadFormat;
import city.wayside.kit.fleet.Replay;
import city.wayside.kit.fleet.ReplayOptions;
import city.wayside.kit.fleet.ReplayReport;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceReader;
import city.wayside.kit.trace.TraceSource;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `replay`.
@Command(
    name = "replay",
    description = {
      "Drives the stations of a recorded trace as real clients.",
      "Each station has its own connection. At the end it says what was sent, acknowledged, refused"
          + " (by code) and lost, and how long acknowledgements took."
    })
final class ReplayCommand implements Callable<Integer> {

  /// Seconds of the trace after which a vehicle that said nothing has left.
  private static final int IDLE_S = 10;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "TRACE",
      description = {
        "CSV with header, also gzipped:",
        "time_s,vehicle_id,lat,lon,speed_mps,heading_deg[,edge_id][,type]"
      })
  private Path trace = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "URL",
      defaultValue = "mqtt://127.0.0.1:1883",
      converter = Targets.class,
      description = {
        "The server: mqtt://host:port, coap://host:port or coaps://host:port, which needs",
        "--clients. Default: ${DEFAULT-VALUE}."
      })
  private Targets.@Nullable Address target;

  @Option(
      names = "--clients",
      paramLabel = "FILE",
      description = {
        "The clients file with whose shared keys the vehicles come over DTLS: each with the one of",
        "a client that speaks for its station."
      })
  private @Nullable Path clients;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "probe",
      converter = Formats.class,
      description = {
        "How the vehicles write their reports, each to v1/up/{station}/{kind}:",
        "cam (ETSI CAM, packed), cam-json (its-client CAM), bsm (SAE BSM, packed) or",
        "probe (the gateway's own JSON). Default: ${DEFAULT-VALUE}."
      })
  private PayloadFormat format = PayloadFormat.PROBE;

  @Option(
      names = "--qos",
      paramLabel = "0|1",
      defaultValue = "1",
      converter = Numbers.Qos.class,
      description = {
        "1 waits for acknowledgements, 0 does not: MQTT's quality of service; over CoAP 1 is CON",
        "and 0 is NON, whose responses are counted, and lost with those that never come.",
        "Default: ${DEFAULT-VALUE}."
      })
  private int qos;

  @Option(
      names = "--lossy",
      description = {
        "Over CoAP: sends again sooner and oftener than RFC 7252 has it, for a line that loses"
            + " much.",
        "Without, a message is given up that was sent five times in a minute."
      })
  private boolean isLossy;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      converter = Numbers.Speed.class,
      description = "So many times as fast as it was recorded. Default: ${DEFAULT-VALUE}.")
  private double speed;

  @Option(
      names = "--align",
      paramLabel = "SECONDS",
      defaultValue = "0",
      converter = Numbers.CountOrNone.class,
      description = {
        "Waits until the clock differs from the trace by a multiple of this many seconds, so that",
        "windows of that length hold the same reports as in a backtest. Default: ${DEFAULT-VALUE}."
      })
  private int alignS;

  @Option(names = "--loop", description = "Starts again at the end, until Ctrl-C.")
  private boolean loop;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Numbers.Count.class,
      description = "Takes only the first N rows.")
  private @Nullable Integer limit;

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    if (alignS > 0 && speed != 1) {
      throw CommandFailed.usage(
          "--align is " + alignS + " and --speed " + speed + "; aligned windows need --speed 1");
    }
    FleetTarget to = target(Objects.requireNonNull(target));
    BadLines badLines = new BadLines(terminal.err(), trace);
    Integer rows = limit;
    TraceSource source =
        () ->
            rows == null
                ? TraceReader.open(trace, badLines)
                : FirstRows.open(trace, rows, badLines);
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try (Stopping stopping = Stopping.onSignal()) {
      Replay replay =
          new Replay(
              vertx,
              FleetOptions.of(List.of(to)).withQos(qos).withFormat(format),
              new ReplayOptions(speed, loop, Integer.MAX_VALUE, alignS, IDLE_S),
              InstantSource.system(),
              System::nanoTime);
      stopping.whenAsked(replay::stop);
      Progress progress = new Progress(terminal.err());
      ReplayReport report =
          replay
              .start(source, now -> progress.show(ReplayLines.progress(now)))
              .toCompletableFuture()
              .get();
      progress.end();
      badLines.summarize();
      ReplayLines.closing(report).forEach(terminal.out()::println);
      return report.acknowledged() > 0 ? ExitCode.OK : ExitCode.FAILED;
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      vertx.close();
    }
  }

  private FleetTarget target(Targets.Address to) throws CommandFailed {
    Path file = clients;
    if ((file != null) != (to.scheme() == Targets.Scheme.COAPS)) {
      throw CommandFailed.usage("--clients goes with --to coaps://host:port and only with it");
    }
    if (isLossy && to.scheme() == Targets.Scheme.MQTT) {
      throw CommandFailed.usage("--lossy goes with --to coap://host:port or coaps://host:port");
    }
    CoapTiming timing = isLossy ? CoapTiming.lossyLine() : CoapTiming.standard();
    return switch (to.scheme()) {
      case MQTT -> new FleetTarget.Mqtt(MqttTarget.of(to.host(), to.port(), MqttVersion.V5));
      case COAP -> new FleetTarget.Coap(CoapTarget.plain(resolved(to)), timing);
      case COAPS ->
          new FleetTarget.Coap(
              CoapTarget.secured(resolved(to), ReplayKeys.read(Objects.requireNonNull(file))),
              timing);
    };
  }

  private static InetSocketAddress resolved(Targets.Address to) throws CommandFailed {
    try {
      return new InetSocketAddress(InetAddress.getAllByName(to.host())[0], to.port());
    } catch (UnknownHostException _) {
      throw CommandFailed.failed("there is no host \"" + to.host() + "\" that can be found");
    }
  }

  private static CommandFailed failure(@Nullable Throwable cause) {
    String message = cause == null ? "unknown" : String.valueOf(cause.getMessage());
    return cause instanceof TraceException
        ? CommandFailed.usage(message)
        : CommandFailed.failed(message);
  }
}
