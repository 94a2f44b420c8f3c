package city.wayside.server.http;

/// Content that changes never or rarely, kept both plain and compressed.
///
/// @param plain for clients that do not take gzip
/// @param gzipped for those that do
public record Document(Answer plain, Answer gzipped) {

  /// A document with its name.
  ///
  /// @param tag what names the content, without quotes
  public static Document of(String contentType, byte[] body, String tag, String cacheControl) {
    return new Document(
        Answer.tagged(contentType, body, false, tag, cacheControl),
        Answer.tagged(contentType, body, true, tag, cacheControl));
  }

  /// The one that suits a client.
  public Answer answer(boolean gzip) {
    return gzip ? gzipped : plain;
  }
}
