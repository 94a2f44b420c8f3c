package city.wayside.edge.access.token;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// Keys on a server. Redirections are not followed: the keys come from where they were said to be.
///
/// @param address begins with https://
/// @param tls which authorities may vouch for the server
record HttpsKeys(URI address, SSLContext tls) implements KeySource {

  /// How long the server may take, from the first byte to the last.
  static final long FETCH_MS_MAX = 10_000;

  private static final int OK = 200;

  @Override
  public byte[] read() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/jwk-set+json, application/json")
            .timeout(Duration.ofMillis(FETCH_MS_MAX))
            .build();
    // Fetched so seldom that a client of its own costs nothing, and keeps no connection.
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(tls)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofMillis(FETCH_MS_MAX))
            .build();
    try {
      CompletableFuture<HttpResponse<byte[]>> answer =
          client.sendAsync(
              request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), KeySet.BYTES_MAX));
      HttpResponse<byte[]> response = answer.get(FETCH_MS_MAX, TimeUnit.MILLISECONDS);
      if (response.statusCode() != OK) {
        throw new IOException("the server answered with status " + response.statusCode());
      }
      return response.body();
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new IOException("the server did not answer within " + FETCH_MS_MAX + " ms", e);
    } finally {
      client.shutdownNow();
    }
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
