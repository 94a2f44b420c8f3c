package city.wayside.edge.coap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Option;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.coap.option.StandardOptionRegistry;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.Endpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;

/// A client of Californium's, on a port of its own.
public final class CoapCaller implements AutoCloseable {

  private static final long WAIT_MS = 10_000;

  private final CoapEndpoint endpoint;
  private final int port;

  /// @param port the server's
  public CoapCaller(int port) {
    this.port = port;
    Configuration settings =
        new Configuration(SystemConfig.DEFINITIONS, CoapConfig.DEFINITIONS, UdpConfig.DEFINITIONS);
    settings.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, 1_048_576);
    settings.set(CoapConfig.BLOCKWISE_STATUS_LIFETIME, 10, TimeUnit.SECONDS);
    endpoint =
        CoapEndpoint.builder()
            .setConfiguration(settings)
            .setInetSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .build();
    try {
      endpoint.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A client for a path, for what is not here.
  public CoapClient client(String path) {
    CoapClient client = new CoapClient(uri(path));
    client.setEndpoint(endpoint);
    client.setTimeout(WAIT_MS);
    return client;
  }

  private String uri(String path) {
    return "coap://127.0.0.1:" + port + "/" + path;
  }

  /// A request that is not sent yet.
  public Request request(Code code, String path) {
    Request request = new Request(code);
    request.setURI(uri(path));
    return request;
  }

  /// Proves that somebody is at this address, so that answers may be of any size.
  public CoapCaller proven() {
    Request observe = request(Code.GET, "v1/geo/0");
    observe.setObserve();
    Request time = request(Code.GET, "v1/time");
    time.getOptions()
        .addOtherOption(askOnce(observe).getOptions().getOtherOption(StandardOptionRegistry.ECHO));
    askOnce(time);
    return this;
  }

  /// Sends a request and awaits its answer; where it has to echo, it does so.
  public Response ask(Request request) {
    Response response = askOnce(request);
    Option echo = response.getOptions().getOtherOption(StandardOptionRegistry.ECHO);
    if (echo == null) {
      return response;
    }
    Request again = new Request(request.getCode(), request.getType());
    again.setOptions(request.getOptions());
    again.setURI(request.getURI());
    again.setPayload(request.getPayload());
    again.getOptions().addOtherOption(echo);
    return askOnce(again);
  }

  /// Sends a request and awaits its answer.
  public Response askOnce(Request request) {
    return answer(request, endpoint, WAIT_MS);
  }

  /// Sends a request by an endpoint and awaits its answer, so long at most.
  static Response answer(Request request, Endpoint endpoint, long waitMs) {
    request.send(endpoint);
    try {
      Response response = request.waitForResponse(waitMs);
      if (response == null) {
        throw new AssertionError("no answer: " + request.getSendError());
      }
      return response;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public Response get(String path) {
    return ask(request(Code.GET, path));
  }

  /// Posts a payload without a content format.
  public Response post(String path, byte[] payload) {
    return post(path, payload, MediaTypeRegistry.UNDEFINED);
  }

  public Response post(String path, byte[] payload, int format) {
    Request request = request(Code.POST, path);
    request.setPayload(payload);
    if (format != MediaTypeRegistry.UNDEFINED) {
      request.getOptions().setContentFormat(format);
    }
    return ask(request);
  }

  public CoapEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    endpoint.destroy();
  }
}
