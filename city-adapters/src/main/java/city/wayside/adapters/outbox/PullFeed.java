package city.wayside.adapters.outbox;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// One document that cities fetch: what it is, and its newest edition. Any thread.
public final class PullFeed {

  /// What readers are told of a feed before they fetch it.
  ///
  /// @param feed the adapter it belongs to, as in the label of the feed metrics
  /// @param path where it is, below the feeds' root, beginning with a slash
  /// @param title a few words
  /// @param description one sentence
  /// @param contentType media type with its parameters
  /// @param tier who may read it
  /// @param retryAfterS how long to wait before asking again while there is no document
  public record Card(
      String feed,
      String path,
      String title,
      String description,
      String contentType,
      PrivacyTier tier,
      int retryAfterS) {}

  private final Card card;
  private final AtomicReference<Optional<PullDocument>> newest =
      new AtomicReference<>(Optional.empty());

  /// A feed without a document yet.
  public PullFeed(Card card) {
    this.card = card;
  }

  /// What it is.
  public Card card() {
    return card;
  }

  /// The newest document; empty before the first.
  public Optional<PullDocument> newest() {
    return newest.get();
  }

  /// Replaces the document. Requests that are being answered keep the one they began with.
  public void publish(PullDocument document) {
    newest.set(Optional.of(document));
  }
}
