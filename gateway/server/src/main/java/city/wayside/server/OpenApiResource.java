package city.wayside.server;

import city.wayside.server.http.Answer;
import city.wayside.server.http.ApiRoute;
import city.wayside.server.http.ContentTag;
import city.wayside.server.http.Document;
import city.wayside.server.http.MediaTypes;
import city.wayside.server.http.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// `GET /api/v1/openapi.json`: the API's description for programs.
final class OpenApiResource implements Resource {

  private final Document document;

  OpenApiResource() {
    byte[] text = read();
    this.document = Document.of(MediaTypes.JSON, text, ContentTag.of(text), Answer.REVALIDATE);
  }

  @Override
  public List<ApiRoute> routes() {
    return List.of(
        ApiRoute.immediate(
            "/api/v1/openapi.json", MediaTypes.JSON, request -> document.answer(request.gzip())));
  }

  private static byte[] read() {
    try (InputStream in = OpenApiResource.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is missing beside " + OpenApiResource.class);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading openapi.json", e);
    }
  }
}
