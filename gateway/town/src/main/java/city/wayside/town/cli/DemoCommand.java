package city.wayside.town.cli;

import city.wayside.edge.EdgeConfig;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.edge.endpoint.mqtt.transport.WebSocketConfig;
import city.wayside.kit.coap.CoapTarget;
import city.wayside.kit.fleet.FleetOptions;
import city.wayside.kit.fleet.FleetTarget;
import city.wayside.kit.fleet.Replay;
import city.wayside.kit.fleet.ReplayOptions;
import city.wayside.kit.fleet.ReplayReport;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import city.wayside.road.source.NetworkException;
import city.wayside.town.compose.Bundled;
import city.wayside.town.compose.Role;
import city.wayside.town.compose.Town;
import city.wayside.town.compose.TownException;
import city.wayside.town.compose.WaysideConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `demo`.
@Command(
    name = "demo",
    description = {
      "Shows the whole on one machine, with an invented town and vehicles driving in it.",
      "All roles run in one process; the vehicles report over MQTT and CoAP; everything stays on"
          + " the loopback. The first coloured roads are there when the first one-minute window has"
          + " closed. Ctrl-C stops."
    })
final class DemoCommand implements Callable<Integer> {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int NO_PORT = 0;
  private static final int IDLE_S = 10;
  private static final long FLEET_STOP_S_MAX = 5;

  private final Terminal terminal;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      converter = Numbers.Port.class,
      description = "HTTP port; 0 takes any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--mqtt-port",
      paramLabel = "PORT",
      defaultValue = "1883",
      converter = Numbers.Port.class,
      description = "MQTT port; 0 takes any that is free. Default: ${DEFAULT-VALUE}.")
  private int mqttPort;

  @Option(
      names = "--vehicles",
      paramLabel = "N",
      defaultValue = "1000",
      converter = Numbers.Count.class,
      description = "Vehicles that drive at the same time at most. Default: ${DEFAULT-VALUE}.")
  private int vehicles;

  @Option(names = "--no-fleet", description = "Starts without vehicles: bring your own.")
  private boolean noFleet;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    FreePort.require(LOOPBACK, port, "HTTP", "--port");
    FreePort.require(LOOPBACK, mqttPort, "MQTT", "--mqtt-port");
    WaysideConfig config = onLoopback(Settings.read(terminal, null));
    try (Stopping stopping = Stopping.onSignal();
        Town town =
            Town.launch(TownPlans.of(config, EnumSet.allOf(Role.class), Bundled.network()))) {
      Summary.of(town).forEach(terminal.out()::println);
      if (noFleet) {
        say("no vehicles drive; send probes to v1/up/{station}/probe");
        stopping.await();
      } else {
        say("vehicles are driving; the first roads are coloured within 90 s");
        drive(town, stopping);
      }
      say("stopping");
    } catch (TownException e) {
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    } catch (NetworkException e) {
      throw CommandFailed.failed("the bundled town: " + e.getMessage());
    }
    return ExitCode.OK;
  }

  private void drive(Town town, Stopping stopping) throws InterruptedException {
    Replay replay =
        new Replay(
            town.vertx(),
            FleetOptions.of(targets(town.mqttPort(), town.coapPort())),
            new ReplayOptions(1, true, vehicles, 0, IDLE_S),
            InstantSource.system(),
            System::nanoTime);
    CompletionStage<ReplayReport> driving = replay.start(Bundled::fleet, _ -> {});
    stopping.await();
    replay.stop();
    try {
      ReplayReport report = driving.toCompletableFuture().get(FLEET_STOP_S_MAX, TimeUnit.SECONDS);
      ReplayLines.closing(report).forEach(this::say);
    } catch (TimeoutException | java.util.concurrent.ExecutionException _) {
      say("the vehicles did not stop in time");
    }
  }

  /// Every fourth vehicle speaks CoAP where there is a port for it.
  private static List<FleetTarget> targets(int mqttPort, int coapPort) {
    FleetTarget mqtt = new FleetTarget.Mqtt(MqttTarget.of(LOOPBACK, mqttPort, MqttVersion.V5));
    if (coapPort == NO_PORT) {
      return List.of(mqtt);
    }
    FleetTarget coap =
        new FleetTarget.Coap(
            CoapTarget.plain(new InetSocketAddress(InetAddress.getLoopbackAddress(), coapPort)));
    return List.of(mqtt, mqtt, mqtt, coap);
  }

  private WaysideConfig onLoopback(WaysideConfig config) {
    EdgeConfig edge = config.edge();
    MqttConfig mqtt = edge.mqtt();
    int webSocketPort = FreePort.orAny(LOOPBACK, mqtt.webSocket().port());
    return config
        .withServer(config.server().withPort(port))
        .withEdge(
            edge.withCoap(edge.coap().withPort(FreePort.orAnyUdp(LOOPBACK, edge.coap().port())))
                .withMqtt(
                    mqtt.withPort(mqttPort)
                        .withWebSocket(
                            new WebSocketConfig(mqtt.webSocket().isEnabled(), webSocketPort))))
        // Any free port: two demos at a time must not find each other.
        .withGrid(config.grid().withPort(0));
  }

  private void say(String line) {
    terminal.out().println(line);
    terminal.out().flush();
  }
}
