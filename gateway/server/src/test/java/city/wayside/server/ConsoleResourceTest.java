package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleResourceTest {

  private RunningServer server;

  @BeforeAll
  void start() {
    server = RunningServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aPageComesWithItsTypeAndAStrictPolicy() throws Exception {
    HttpResponse<String> response = server.get("/fixture/page.html");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).startsWith("<!doctype html>");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.headers().allValues("Content-Security-Policy"))
        .containsExactly(
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
                + " worker-src 'self' blob:; child-src 'self' blob:; manifest-src 'self';"
                + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  }

  @Test
  void aFileWithAVersionInItsNameIsKeptForGood() throws Exception {
    HttpResponse<String> response = server.get("/fixture/library-1.2.3/one.mjs");

    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("text/javascript; charset=utf-8");
    assertThat(response.headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
  }

  @Test
  void whatTheBrowserHasIsNotSentAgain() throws Exception {
    String etag = server.get("/fixture/page.html").headers().firstValue("ETag").orElseThrow();

    assertThat(server.get("/fixture/page.html", "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void headTellsTheLength() throws Exception {
    HttpResponse<String> response = server.send("HEAD", "/fixture/page.html");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Length"))
        .hasValue(Integer.toString(server.get("/fixture/page.html").body().length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../outside.txt",
        "/fixture/../../outside.txt",
        "/%2e%2e/outside.txt",
        "/..%2foutside.txt",
        "/fixture/%2e%2e%2f%2e%2e%2foutside.txt",
        "/%252e%252e/outside.txt",
        "/..%5coutside.txt",
        "//outside.txt",
        "/./.hidden.txt",
        "/fixture",
        "/fixture/",
        "/fixture/notes.properties",
        "/fixture/page.html%00.txt",
        "/city/wayside/server/openapi.json",
      })
  void nothingOutsideTheConsoleIsServed(String path) throws IOException {
    // A raw socket, for a client would mend such a path before it sends it.
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*").doesNotContain("secret");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
