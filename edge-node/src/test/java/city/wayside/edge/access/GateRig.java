package city.wayside.edge.access;

import city.wayside.edge.access.bounded.WorkConfig;
import city.wayside.edge.access.password.PasswordConfig;
import city.wayside.edge.access.token.TokenConfig;
import city.wayside.kit.fake.FakeClients;
import city.wayside.kit.fake.ManualClock;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.model.client.ClientRecord;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A gatekeeper for registered clients with a fake registry behind it.
final class GateRig implements AutoCloseable {

  static final long NOW = 1_800_000_000_000L;

  final ManualClock clock = new ManualClock(NOW);
  final FakeClients clients;
  final RecordingTelemetry telemetry = new RecordingTelemetry();
  final Gatekeeper gatekeeper;

  GateRig(ClientRecord... some) {
    this(config(null), some);
  }

  GateRig(AccessConfig config, ClientRecord... some) {
    clients = new FakeClients(some);
    try {
      gatekeeper = Gatekeepers.start(config, false, 1, clients, telemetry, clock);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Passwords cost little, and few may fail.
  static AccessConfig config(@Nullable TokenConfig token) {
    return new AccessConfig(
        AccessMode.REGISTERED,
        true,
        ClientIds.NAME_AND_SUFFIX,
        50,
        2_000,
        new PasswordConfig(true, 1000, 60_000, 100),
        token,
        LookupConfig.defaults(),
        new WorkConfig(1, 100, 60_000),
        new FailuresConfig(2, 1, 10));
  }

  /// The answer to a client, within seconds.
  Entry admit(Presented presented) {
    return gatekeeper.admit(presented).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  /// The code of a denial.
  Denial denial(Presented presented) {
    return switch (admit(presented)) {
      case Entry.Denied(Denial code, String _) -> code;
      case Entry.Admitted admitted -> throw new AssertionError("admitted: " + admitted);
    };
  }

  void put(ClientRecord client) {
    clients.put(List.of(client)).toCompletableFuture().join();
  }

  @Override
  public void close() {
    gatekeeper.close();
  }
}
