package city.wayside.kit.coap;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;

/// Californium's server over plain UDP, which answers as a test wants it.
public final class ScriptedCoapServer implements AutoCloseable {

  /// A POST that came.
  ///
  /// @param number counts them from 0
  /// @param isConfirmable whether it wants an acknowledgement
  /// @param path with levels joined by `/`
  /// @param format its content format
  /// @param client its port
  public record Heard(
      int number, boolean isConfirmable, String path, int format, byte[] payload, int client) {}

  /// What a POST is answered with.
  public sealed interface Answer {
    /// At once.
    record Code(ResponseCode code) implements Answer {}

    /// First an acknowledgement without response, then the response by itself.
    record Separate(ResponseCode code) implements Answer {}

    /// An acknowledgement at most.
    record Silence() implements Answer {}
  }

  /// 2.04.
  public static final Answer TAKEN = new Answer.Code(ResponseCode.CHANGED);

  /// What came, in order.
  public final Queue<Heard> heard = new ConcurrentLinkedQueue<>();

  private final CoapServer server;
  private final CoapEndpoint endpoint;
  private final AtomicInteger count = new AtomicInteger();

  /// Starts on a free port of the loopback.
  public ScriptedCoapServer(Function<Heard, Answer> script) {
    CoapConfig.register();
    UdpConfig.register();
    Configuration values = new Configuration();
    server = new CoapServer(values);
    endpoint =
        new CoapEndpoint.Builder()
            .setConfiguration(values)
            .setInetSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .build();
    server.addEndpoint(endpoint);
    server.add(new Up(script));
    server.start();
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return endpoint.getAddress();
  }

  @Override
  public void close() {
    server.destroy();
  }

  private final class Up extends CoapResource {
    private final Function<Heard, Answer> script;

    Up(Function<Heard, Answer> script) {
      super("v1");
      this.script = script;
    }

    @Override
    public Resource getChild(String name) {
      return this;
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      List<String> path = exchange.getRequestOptions().getUriPath();
      Heard one =
          new Heard(
              count.getAndIncrement(),
              exchange.advanced().getRequest().getType() == CoAP.Type.CON,
              String.join("/", path),
              exchange.getRequestOptions().getContentFormat(),
              exchange.getRequestPayload(),
              exchange.getSourcePort());
      heard.add(one);
      switch (script.apply(one)) {
        case Answer.Code(ResponseCode code) -> exchange.respond(code);
        case Answer.Separate(ResponseCode code) -> {
          exchange.accept();
          exchange.respond(code);
        }
        case Answer.Silence _ -> {
          if (one.isConfirmable()) {
            exchange.accept();
          }
        }
      }
    }
  }
}
