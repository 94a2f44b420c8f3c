package city.wayside.server.http;

import city.wayside.model.config.Secret;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is an operator: whoever has the token; where no token is set, whoever is on this machine.
///
/// "On this machine" is the address of the connection, and the name that was asked for too, else a
/// page from anywhere could have the operator's own browser ask (DNS rebinding). What came through
/// a proxy is never local.
public final class OperatorRule {

  private static final String BEARER = "Bearer ";

  private final byte @Nullable [] token;

  /// The rule with or without a token.
  public OperatorRule(@Nullable Secret token) {
    this.token = token == null ? null : token.value().getBytes(StandardCharsets.UTF_8);
  }

  /// Why a request is not answered, or nothing when it is.
  public @Nullable Problem refuse(HttpServerRequest request) {
    if (token == null) {
      return isLocal(request)
          ? null
          : Problem.of(
              403,
              "only clients on the gateway's own machine are answered here until"
                  + " server.operatorToken is set");
    }
    return hasToken(request, token)
        ? null
        : new Problem(
            401,
            "the header Authorization must be 'Bearer' and the operator's token",
            Map.of("WWW-Authenticate", "Bearer realm=\"wayside\""));
  }

  private static boolean hasToken(HttpServerRequest request, byte[] token) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null
        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && MessageDigest.isEqual(
            token, header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isLocal(HttpServerRequest request) {
    boolean proxied =
        request.headers().contains("Forwarded") || request.headers().contains("X-Forwarded-For");
    HostAndPort asked = request.authority();
    String peer = request.remoteAddress().hostAddress();
    return !proxied
        && peer != null
        && isLoopback(peer)
        && asked != null
        && (asked.host().equalsIgnoreCase("localhost") || isLoopback(asked.host()));
  }

  /// True for a literal loopback address; names are not looked up.
  static boolean isLoopback(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String literal = bracketed ? host.substring(1, host.length() - 1) : host;
    int scope = literal.indexOf('%');
    try {
      return InetAddress.ofLiteral(scope < 0 ? literal : literal.substring(0, scope))
          .isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
