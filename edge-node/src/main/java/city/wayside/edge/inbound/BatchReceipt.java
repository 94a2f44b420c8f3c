package city.wayside.edge.inbound;

import city.wayside.edge.account.ClientAccount;
import city.wayside.model.client.Grant;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// Answers a batch of messages once, after the last of them is kept.
///
/// The endpoint makes one for each batch and lets it stand for the client in every message of the
/// batch: the messages' receipts then come back to it, by [Receipts#client]. The client's event
/// loop only.
///
/// ```
/// BatchReceipt batch = new BatchReceipt(client, messageId);
/// for each message: batch.taken(intake.take(new Inbound(batch, messageId, …)));
/// answer = batch.complete();          // all taken; nothing while some are not kept yet
/// for each receipt of it: answer = batch.kept();
/// ```
public final class BatchReceipt implements Client {

  private final Client sender;
  private final int messageId;
  private @Nullable Refused worst;
  private int takenCount;
  private int refusedCount;
  private int waitingCount;
  private boolean isComplete;

  /// The answer to a batch.
  ///
  /// @param messageId by what the client knows the batch
  /// @param refused when all of its messages were refused: the worst refusal
  /// @param remark when only some were refused: how many, and the worst of them; else empty
  public record Answer(int messageId, @Nullable Refused refused, String remark) {}

  /// A batch of which no message was taken yet.
  ///
  /// @param messageId by what the client knows the batch, or [Inbound#NO_ANSWER]
  public BatchReceipt(Client sender, int messageId) {
    this.sender = sender;
    this.messageId = messageId;
  }

  /// Counts one message of the batch.
  ///
  /// @param refused what [Intake#take] said to it, or why the endpoint refused it itself
  public void taken(@Nullable Refused refused) {
    if (isComplete) {
      throw new IllegalStateException("a message of a batch that is complete");
    }
    takenCount++;
    if (refused == null || refused.code().tellsSuccess()) {
      waitingCount += messageId == Inbound.NO_ANSWER ? 0 : 1;
      return;
    }
    refusedCount++;
    if (worst == null || refused.code().compareTo(worst.code()) < 0) {
      worst = refused;
    }
  }

  /// Says that there are no more messages.
  ///
  /// @return the answer when there is nothing to wait for
  public @Nullable Answer complete() {
    isComplete = true;
    return answer();
  }

  /// Counts one receipt that has come back.
  ///
  /// @return the answer when it was the last one
  public @Nullable Answer kept() {
    if (waitingCount == 0) {
      throw new IllegalStateException("more receipts than messages");
    }
    waitingCount--;
    return answer();
  }

  private @Nullable Answer answer() {
    if (!isComplete || waitingCount > 0) {
      return null;
    }
    Refused said = worst;
    if (said == null) {
      return new Answer(messageId, null, "");
    }
    if (refusedCount == takenCount) {
      return new Answer(messageId, said, "");
    }
    String remark =
        refusedCount
            + " of "
            + takenCount
            + " messages were refused, the worst as "
            + said.code().word()
            + ": "
            + said.reason();
    return new Answer(messageId, null, remark);
  }

  /// Who sent the batch.
  public Client sender() {
    return sender;
  }

  @Override
  public String id() {
    return sender.id();
  }

  @Override
  public Grant grant() {
    return sender.grant();
  }

  @Override
  public Acknowledger acknowledger() {
    return sender.acknowledger();
  }

  @Override
  public ClientAccount account() {
    return sender.account();
  }
}
