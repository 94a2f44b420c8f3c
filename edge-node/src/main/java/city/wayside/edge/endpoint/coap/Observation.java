package city.wayside.edge.endpoint.coap;

import city.wayside.edge.endpoint.coap.CoapCounts.Ended;
import city.wayside.edge.endpoint.coap.observe.Interest;
import city.wayside.edge.endpoint.coap.observe.MessageFrame;
import city.wayside.edge.outbound.Conflation;
import city.wayside.model.downlink.DownMessage;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.observe.ObserveRelation;
import org.eclipse.californium.core.server.resources.ObservableResource;
import org.jspecify.annotations.Nullable;

/// One client that observes (RFC 7641). At most one notification is under way to it: what comes
/// meanwhile waits, of beacons with the same key only the newest, and all that fits goes into the
/// next one. A notification with a hazard in it is confirmable, and the next one is sent when it is
/// acknowledged; one of beacons alone is not, and they follow each other at an interval.
///
/// For Californium it is a resource that one client alone observes: Californium itself would keep
/// only the newest of notifications that wait, as is right for the state of a thing, and lose all
/// hazards but one. Any thread.
final class Observation implements ObservableResource {

  /// The number of notifications, as far as its option holds it (RFC 7641 §3.4).
  private static final int SEQUENCE_MASK = 0xFF_FFFF;

  private final Observing owner;
  private final Asked asked;
  private final Peer peer;
  private final Interest interest;

  // Guarded by this.
  private final Conflation<DownMessage> waiting;
  private boolean isUnderWay = true;
  private boolean isDelayed;
  private boolean isEnded;
  private int sequence;
  private @Nullable ObserveRelation relation;

  /// One whose first answer is still to be sent.
  Observation(Observing owner, Asked asked, Peer peer, Interest interest) {
    this.owner = owner;
    this.asked = asked;
    this.peer = peer;
    this.interest = interest;
    this.waiting =
        new Conflation<>(owner.config().waitingMessagesMax(), owner.config().waitingBytesMax());
  }

  Peer peer() {
    return peer;
  }

  Interest interest() {
    return interest;
  }

  /// Tells a message, now or as soon as the client is ready for it.
  void offer(DownMessage message) {
    boolean isFull;
    synchronized (this) {
      if (isEnded) {
        return;
      }
      isFull = waiting.offer(message, message) == Conflation.Taken.FULL;
    }
    if (isFull) {
      end(Ended.TOO_SLOW);
    } else {
      goOn();
    }
  }

  /// Sends what waits, if nothing is under way.
  void goOn() {
    MessageFrame frame = new MessageFrame(owner.blockBytes());
    long nowMs = owner.nowMs();
    long messageId = 0;
    synchronized (this) {
      if (isEnded || isUnderWay || isDelayed) {
        return;
      }
      DownMessage next = waiting.peek();
      while (next != null && (isOver(next, nowMs) || frame.add(next))) {
        messageId = next.messageId();
        waiting.poll();
        next = waiting.peek();
      }
      if (frame.messagesCount() == 0) {
        return;
      }
      isUnderWay = true;
    }
    send(frame, messageId, nowMs);
  }

  private static boolean isOver(DownMessage message, long nowMs) {
    return message.expiresMs() <= nowMs || MessageFrame.isTooLong(message);
  }

  private void send(MessageFrame frame, long messageId, long nowMs) {
    Response response = owner.response(frame, nowMs);
    response.setType(frame.isAssured() ? CoAP.Type.CON : CoAP.Type.NON);
    if (response.getPayloadSize() > owner.blockBytes()) {
      // By it the client knows whether a later block is of the same notification (RFC 7959 §2.4).
      byte[] tag = ByteBuffer.allocate(Long.BYTES).putLong(messageId).array();
      response.getOptions().addETag(tag);
    }
    sendObserved(response);
    owner.counts().notified(frame.isAssured(), frame.messagesCount());
  }

  /// Sends the first answer or a notification, and goes on after it.
  void sendObserved(Response response) {
    response.addMessageObserver(new Progress(response));
    asked.exchange().sendResponse(response);
  }

  /// Follows what becomes of a notification. Californium ends the relation itself when the client
  /// rejects it or does not answer.
  private final class Progress extends MessageObserverAdapter {

    private final Response response;
    // Later blocks of the same notification have the same observer.
    private final AtomicBoolean isOver = new AtomicBoolean();

    Progress(Response response) {
      this.response = response;
    }

    @Override
    public void onSent(boolean isAgain) {
      if (response.getType() != CoAP.Type.CON && isOver.compareAndSet(false, true)) {
        if (response.getType() == CoAP.Type.NON) {
          sentUnassured();
        } else {
          delivered();
        }
      }
    }

    @Override
    public void onAcknowledgement() {
      owner.heard(peer);
      if (isOver.compareAndSet(false, true)) {
        // Behind what Californium itself does now, so that it sees the next one as another.
        asked.exchange().execute(() -> asked.exchange().execute(Observation.this::delivered));
      }
    }

    @Override
    protected void failed() {
      end(Ended.CANCELLED);
    }
  }

  private void delivered() {
    synchronized (this) {
      isUnderWay = false;
    }
    goOn();
  }

  /// Nobody says that it has arrived: the next one waits for a while (RFC 7641 §4.5.1).
  private void sentUnassured() {
    synchronized (this) {
      isUnderWay = false;
      isDelayed = true;
    }
    owner.later(() -> {
      synchronized (this) {
        isDelayed = false;
      }
      goOn();
    });
  }

  /// Ends it, if it has not ended before.
  void end(Ended why) {
    ObserveRelation related;
    synchronized (this) {
      if (isEnded) {
        return;
      }
      isEnded = true;
      related = relation;
    }
    owner.ended(this, why);
    if (why == Ended.STOPPED || why == Ended.GONE) {
      sayGoodbye(why);
    } else if (related != null) {
      related.cancel();
    }
  }

  /// A last notification that is none any more ends the observation (RFC 7641 §4.2). Nobody waits
  /// for its acknowledgement.
  private void sayGoodbye(Ended why) {
    Response response =
        new Response(
            why == Ended.STOPPED ? ResponseCode.SERVICE_UNAVAILABLE : ResponseCode.FORBIDDEN);
    response.setType(CoAP.Type.NON);
    asked.exchange().sendResponse(response);
  }

  @Override
  public String getURI() {
    return asked.options().getUriPathString();
  }

  @Override
  public CoAP.Type getObserveType() {
    return CoAP.Type.NON;
  }

  @Override
  public synchronized int getNotificationSequenceNumber() {
    sequence = (sequence + 1) & SEQUENCE_MASK;
    return sequence;
  }

  @Override
  public boolean isObservable() {
    return true;
  }

  @Override
  public void addObserveRelation(ObserveRelation established) {
    boolean isTooLate;
    synchronized (this) {
      relation = established;
      isTooLate = isEnded;
    }
    if (isTooLate) {
      established.cancel();
    }
  }

  @Override
  public void removeObserveRelation(ObserveRelation ended) {
    end(Ended.CANCELLED);
  }

  @Override
  public synchronized int getObserverCount() {
    return isEnded ? 0 : 1;
  }
}
