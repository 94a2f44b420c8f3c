package city.wayside.edge.endpoint.coap;

import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.BatchReceipt;
import city.wayside.edge.inbound.BatchReceipt.Answer;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.Intake;
import city.wayside.edge.inbound.Receipts;
import city.wayside.edge.inbound.topic.BatchReader;
import city.wayside.edge.inbound.topic.UpTopic;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.time.InstantSource;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.elements.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/// What clients post: from the request to the answer that ends its exchange. A confirmable one is
/// answered when the grid has it; one that is not is taken as best effort and answered at once. Any
/// thread.
final class Posting implements Acknowledger {

  /// Any but [Inbound#NO_ANSWER]: the exchange itself tells messages apart.
  private static final int WITH_ANSWER = 1;

  private static final Refused PAUSED =
      new Refused(Refusal.OVERLOADED, "the gateway takes nothing now, try again");
  private static final Refused TOO_MANY =
      new Refused(Refusal.OVERLOADED, "too many messages wait for their answer, try again");
  private static final Refused TOO_LONG =
      new Refused(
          Refusal.OVERLOADED,
          "the gateway did not keep the message in time, it may do so later; try again");

  private final Intake intake;
  private final Answers answers;
  private final CoapLimits limits;
  private final CoapThreads threads;
  private final InstantSource clock;
  private final Waiting waiting;

  Posting(
      Intake intake, Answers answers, CoapLimits limits, CoapThreads threads, InstantSource clock) {
    this.intake = intake;
    this.answers = answers;
    this.limits = limits;
    this.threads = threads;
    this.clock = clock;
    this.waiting =
        new Waiting(
            limits,
            posted -> posted.asked().acknowledge(),
            posted -> answers.refuse(posted.asked(), TOO_LONG),
            threads.underWay());
  }

  /// What waits for the grid.
  Waiting waiting() {
    return waiting;
  }

  /// Takes what a client posts.
  void post(Asked asked, Peer peer, UpTopic topic) {
    Posted posted = new Posted(asked, peer, this, ClockUtil.nanoRealtime());
    switch (topic) {
      case UpTopic.Up(long stationId, MessageKind kind) -> take(posted, stationId, kind);
      case UpTopic.Status(String client) -> {
        if (isOwn(posted, client, MessageKind.STATUS)) {
          take(posted, Inbound.STATION_IN_PAYLOAD, MessageKind.STATUS);
        }
      }
      case UpTopic.Batch(String client) -> {
        if (isOwn(posted, client, null)) {
          takeBatch(posted);
        }
      }
      case UpTopic.Elsewhere(Refused refused) -> turnAway(posted, null, refused);
      case UpTopic.Queued(MessageKind kind, String _) ->
          // There is no such path: the reader of paths knows no queues.
          turnAway(posted, kind, new Refused(Refusal.UNKNOWN_TOPIC, "the path is unknown"));
    }
  }

  private void take(Posted posted, long stationId, MessageKind kind) {
    Asked asked = posted.asked();
    Refused unfit = unfit(asked, kind);
    if (unfit != null) {
      turnAway(posted, kind, unfit);
      return;
    }
    byte[] payload = asked.request().getPayload();
    await(posted);
    Refused refused =
        intake.take(
            new Inbound(
                posted,
                receiptId(asked),
                kind,
                stationId,
                payload,
                0,
                payload.length,
                clock.millis()));
    if (refused != null && !refused.code().tellsSuccess()) {
      if (isToBeAnswered(posted)) {
        answers.refuse(asked, refused);
      }
    } else if (!asked.isConfirmable()) {
      answers.kept(asked, "");
    }
  }

  /// Takes the messages of a batch one by one: a bad one does not lose its neighbours.
  private void takeBatch(Posted posted) {
    Asked asked = posted.asked();
    Refused unfit = unfit(asked, null);
    if (unfit != null) {
      turnAway(posted, null, unfit);
      return;
    }
    byte[] payload = asked.request().getPayload();
    int receiptId = receiptId(asked);
    BatchReceipt receipt = new BatchReceipt(posted, receiptId);
    BatchReader batches = new BatchReader();
    await(posted);
    Answer answer;
    // Receipts of the first messages may come while the last are taken.
    synchronized (receipt) {
      batches.start(payload, 0, payload.length);
      while (batches.next()) {
        Refused refused = batches.refused();
        if (refused != null) {
          intake.turnedAway(posted, null, refused);
        } else {
          refused =
              intake.take(
                  new Inbound(
                      receipt,
                      receiptId,
                      batches.kind(),
                      Inbound.STATION_IN_PAYLOAD,
                      payload,
                      batches.offset(),
                      batches.length(),
                      clock.millis()));
        }
        receipt.taken(refused);
      }
      answer = receipt.complete();
    }
    answerBatch(posted, answer);
  }

  private void answerBatch(Posted posted, @Nullable Answer answer) {
    if (answer == null || !isToBeAnswered(posted)) {
      return;
    }
    Refused refused = answer.refused();
    if (refused == null) {
      answers.kept(posted.asked(), answer.remark());
    } else {
      answers.refuse(posted.asked(), refused);
    }
  }

  /// Why a payload is not even looked at; nothing when it is.
  ///
  /// @param kind absent for a batch
  private @Nullable Refused unfit(Asked asked, @Nullable MessageKind kind) {
    int format = asked.options().getContentFormat();
    int payloadBytes = asked.request().getPayloadSize();
    if (payloadBytes > limits.payloadBytesMax()) {
      return new Refused(
          Refusal.TOO_LARGE,
          "the payload has %d bytes, must be at most %d"
              .formatted(payloadBytes, limits.payloadBytesMax()));
    }
    if (waiting.count() >= limits.waitingMax()) {
      return TOO_MANY;
    }
    // What is urgent has room of its own behind the gate.
    if ((kind == null || !kind.isUrgent()) && intake.mustPause()) {
      return PAUSED;
    }
    return switch (format) {
      case MediaTypeRegistry.UNDEFINED, MediaTypeRegistry.APPLICATION_OCTET_STREAM -> null;
      case MediaTypeRegistry.APPLICATION_JSON -> kind == null ? batchFormat(format) : json(asked);
      case MediaTypeRegistry.APPLICATION_CBOR ->
          new Refused(
              Refusal.UNSUPPORTED_TYPE,
              "content format is 60 (CBOR), which this version does not read: send packed messages"
                  + " (42) or JSON (50)");
      default ->
          kind == null
              ? batchFormat(format)
              : new Refused(
                  Refusal.UNSUPPORTED_TYPE,
                  "content format is " + format + ", must be 42 (packed) or 50 (JSON)");
    };
  }

  private static Refused batchFormat(int format) {
    return new Refused(
        Refusal.UNSUPPORTED_TYPE,
        "content format is " + format + ", must be 42 for a batch, whatever is in it");
  }

  private static @Nullable Refused json(Asked asked) {
    byte[] payload = asked.request().getPayload();
    return payload.length > 0 && payload[0] == '{'
        ? null
        : new Refused(
            Refusal.MALFORMED, "content format is 50 (JSON), but the payload begins with no {");
  }

  /// A client speaks for itself, by its id or as `-`.
  private boolean isOwn(Posted posted, String client, @Nullable MessageKind kind) {
    if (client.equals(UpTopic.SELF) || client.equals(posted.id())) {
      return true;
    }
    turnAway(
        posted,
        kind,
        new Refused(
            Refusal.NOT_AUTHORIZED,
            "the path's client is " + client + ", must be - or the client's own id"));
    return false;
  }

  /// Refuses what the pipeline never saw.
  private void turnAway(Posted posted, @Nullable MessageKind kind, Refused refused) {
    intake.turnedAway(posted, kind, refused);
    answers.refuse(posted.asked(), refused);
  }

  private static int receiptId(Asked asked) {
    return asked.isConfirmable() ? WITH_ANSWER : Inbound.NO_ANSWER;
  }

  /// Before it is taken, for its receipt may come before the call returns.
  private void await(Posted posted) {
    if (posted.asked().isConfirmable()) {
      waiting.add(posted);
    }
  }

  private boolean isToBeAnswered(Posted posted) {
    return !posted.asked().isConfirmable() || waiting.end(posted);
  }

  @Override
  public void acknowledge(Receipts receipts) {
    threads.execute(() -> {
      for (int place = 0; place < receipts.count(); place++) {
        switch (receipts.client(place)) {
          case Posted posted -> {
            if (waiting.end(posted)) {
              answers.kept(posted.asked(), "");
            }
          }
          case BatchReceipt batch -> {
            Answer answer;
            synchronized (batch) {
              answer = batch.kept();
            }
            if (batch.sender() instanceof Posted posted) {
              answerBatch(posted, answer);
            }
          }
          default -> {}
        }
      }
    });
  }
}
