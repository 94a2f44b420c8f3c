package city.wayside.edge.access;

import city.wayside.edge.access.bounded.BoundedWork;
import city.wayside.edge.access.password.PasswordCheck;
import city.wayside.edge.access.password.RememberedPasswords;
import city.wayside.edge.access.token.TokenCheck;
import city.wayside.edge.access.token.TokenConfig;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRegistry;
import city.wayside.model.telemetry.Telemetry;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Puts gatekeepers together.
public final class Gatekeepers {

  private Gatekeepers() {}

  /// A gatekeeper at work.
  ///
  /// @param isClientStation for [AccessMode#OPEN]: a client speaks only for the station that is its
  ///   name
  /// @param openRatePerS for [AccessMode#OPEN]: messages a second of each client
  /// @param registry the clients; not asked for [AccessMode#OPEN]
  /// @throws IOException when a file that the settings name cannot be used; the message says which
  public static Gatekeeper start(
      AccessConfig config,
      boolean isClientStation,
      double openRatePerS,
      ClientRegistry registry,
      Telemetry telemetry,
      InstantSource clock)
      throws IOException {
    Gatekeeper gatekeeper =
        switch (config.mode()) {
          case OPEN -> new OpenGatekeeper(isClientStation, openRatePerS);
          case REGISTERED -> registered(config, registry, clock);
        };
    return new CountedGatekeeper(gatekeeper, telemetry);
  }

  private static Gatekeeper registered(
      AccessConfig config, ClientRegistry registry, InstantSource clock) throws IOException {
    Lookup<ClientRecord> byName = new Lookup<>(registry::named, config.lookup(), clock);
    Lookup<List<ClientRecord>> byShown =
        new Lookup<>(shown -> showing(registry, shown), config.lookup(), clock);
    BoundedWork work = BoundedWork.start(config.work(), clock);
    FailureLimit limit = new FailureLimit(config.failures());
    List<AutoCloseable> running = new ArrayList<>(List.of(work));
    List<Login> logins = new ArrayList<>();
    if (config.certificates()) {
      logins.add(new CertificateLogin(byShown));
    }
    logins.add(new ShownLogin(byShown));
    @Nullable TokenConfig issuer = config.token();
    if (issuer != null) {
      TokenCheck tokens = TokenCheck.start(issuer, work, clock);
      running.add(tokens);
      logins.add(new TokenLogin(tokens, limit, clock));
    }
    if (config.password().enabled()) {
      logins.add(
          new PasswordLogin(
              byName,
              new PasswordCheck(config.password(), work),
              new RememberedPasswords(config.password(), processKey()),
              limit,
              clock));
    }
    Grants grants = new Grants(config.vehicleRatePerS(), config.rsuRatePerS());
    Watch watch = new Watch(registry, config.lookup(), grants, clock);
    ClientRegistry.Watching watching =
        registry.watch(name -> {
          byName.forget(name);
          byShown.forgetAll();
          watch.changed(name);
        });
    watch.start();
    running.add(watch);
    running.add(watching);
    ClientIdRule idRule = new ClientIdRule(config.clientIds(), byName);
    HandshakeDesk desk = new RegistryDesk(byShown, limit, clock);
    return new RegisteredGatekeeper(logins, byName, idRule, grants, desk, watch, running);
  }

  /// Asks for what clients show; the answer says whose each of it is.
  private static CompletionStage<Map<String, List<ClientRecord>>> showing(
      ClientRegistry registry, Set<String> shown) {
    return registry
        .showing(shown)
        .thenApply(clients -> {
          Map<String, List<ClientRecord>> owners = new HashMap<>();
          for (ClientRecord client : clients) {
            for (String one : Set.copyOf(client.shown())) {
              if (shown.contains(one)) {
                owners.computeIfAbsent(one, _ -> new ArrayList<>()).add(client);
              }
            }
          }
          return owners;
        });
  }

  /// A new key for this process alone. Nothing that can be seen depends on its value.
  private static SecretKey processKey() {
    try {
      return KeyGenerator.getInstance("HmacSHA256").generateKey();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
