package city.wayside.edge.endpoint.coap.dtls;

import java.security.Principal;
import java.util.Objects;
import org.eclipse.californium.elements.DtlsEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.EndpointContextMatcher;
import org.eclipse.californium.elements.util.Bytes;
import org.jspecify.annotations.Nullable;

/// Over DTLS the other end of a conversation is a session, whatever its address is by now (RFC 7252
/// §9.1.1, RFC 9146 §6): what is sent again from another address is still the same message. A
/// client that has shaken hands anew is another end: it may begin its message ids anew, and its
/// first messages must not be taken for those of before. Californium's own matchers know addresses
/// or clients, and neither is that.
final class SessionMatcher implements EndpointContextMatcher {

  /// A session; one that is resumed is the same. Without an id it is told by its handshake.
  private record Session(Principal client, Object id) {

    static Session of(EndpointContext context) {
      Principal client = Objects.requireNonNull(context.getPeerIdentity(), "no client");
      @Nullable Bytes id = context.get(DtlsEndpointContext.KEY_SESSION_ID);
      return new Session(
          client,
          id != null && !id.isEmpty()
              ? id
              : Objects.requireNonNull(
                  context.get(DtlsEndpointContext.KEY_HANDSHAKE_TIMESTAMP), "no handshake"));
    }
  }

  @Override
  public String getName() {
    return "session";
  }

  @Override
  public Object getEndpointIdentity(EndpointContext context) {
    return Session.of(context);
  }

  @Override
  public boolean isResponseRelatedToRequest(EndpointContext request, EndpointContext response) {
    return Session.of(request).equals(Session.of(response));
  }

  @Override
  public boolean isToBeSent(EndpointContext message, @Nullable EndpointContext connection) {
    return connection == null || Session.of(message).equals(Session.of(connection));
  }

  @Override
  public String toRelevantState(@Nullable EndpointContext context) {
    return context == null ? "none" : Session.of(context).toString();
  }
}
