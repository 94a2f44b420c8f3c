package city.wayside.kit.fleet;

import city.wayside.kit.coap.CoapClients;
import io.vertx.core.Context;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A station's CoAP connection, seen from the fleet's event loop. The connection itself lives on
/// the event loop of all CoAP clients; here is counted what was given and not told yet.
final class CoapLine implements Line {

  private final CoapClients clients;
  private final CoapTalk talk;
  private final LongSupplier nanoClock;
  private int pending;

  CoapLine(
      Vehicle owner,
      CoapClients clients,
      FleetOptions options,
      Context context,
      LongSupplier nanoClock) {
    this.clients = clients;
    this.nanoClock = nanoClock;
    Counting counting = new Counting(owner);
    Consumer<Consumer<Owner>> tell = told -> context.runOnContext(later -> told.accept(counting));
    this.talk = new CoapTalk(clients, owner.stationId(), owner.path(), options, tell, nanoClock);
  }

  @Override
  public void connect() {
    clients.loop().execute(talk::connect);
  }

  @Override
  public void publish(byte[] payload) {
    pending++;
    long nowNs = nanoClock.getAsLong();
    clients.loop().execute(() -> talk.publish(payload, nowNs));
  }

  @Override
  public void look(long nowNs) {
    clients.loop().execute(() -> talk.look(nowNs));
  }

  @Override
  public void finish() {
    clients.loop().execute(talk::finish);
  }

  @Override
  public void close() {
    clients.loop().execute(talk::close);
  }

  @Override
  public int pending() {
    return pending;
  }

  /// Takes off what is told. The end is told last: what was given to a connection that has ended on
  /// the other event loop is told as lost after that.
  private final class Counting implements Owner {
    private final Owner owner;
    private @Nullable Runnable end;

    Counting(Owner owner) {
      this.owner = owner;
    }

    private void told(int count) {
      pending -= count;
      endIfDone();
    }

    private void endIfDone() {
      Runnable last = end;
      if (last != null && pending == 0) {
        end = null;
        last.run();
      }
    }

    @Override
    public void opened() {
      owner.opened();
    }

    @Override
    public void closed(boolean wasOpen, String reason) {
      end = () -> owner.closed(wasOpen, reason);
      endIfDone();
    }

    @Override
    public void redirected(FleetTarget elsewhere) {
      owner.redirected(elsewhere);
    }

    @Override
    public void acknowledged(long latencyNs) {
      owner.acknowledged(latencyNs);
      told(1);
    }

    @Override
    public void refused(String code, long latencyNs) {
      owner.refused(code, latencyNs);
      told(1);
    }

    @Override
    public void written() {
      owner.written();
      told(1);
    }

    @Override
    public void lost(int count) {
      owner.lost(count);
      told(count);
    }

    @Override
    public void sentAgain() {
      owner.sentAgain();
    }

    @Override
    public void noticed(String code) {
      owner.noticed(code);
    }
  }
}
