package city.wayside.edge.endpoint.coap;

import city.wayside.edge.endpoint.coap.CoapCounts.Ended;
import city.wayside.edge.endpoint.coap.observe.Audience;
import city.wayside.edge.endpoint.coap.observe.Interest;
import city.wayside.edge.endpoint.coap.observe.MessageFrame;
import city.wayside.edge.endpoint.coap.observe.RetainedMessages;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.LoggedItem;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.observe.ObserveManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes down to clients: to those who observe as it comes, to those who ask what is retained.
/// Any thread.
final class Observing {

  private static final Logger LOG = LoggerFactory.getLogger(Observing.class);

  private final ObserveConfig config;
  private final int blockBytes;
  private final Answers answers;
  private final CoapCounts counts;
  private final CoapThreads threads;
  private final InstantSource clock;
  private final Consumer<Peer> onHeard;
  private final ObserveManager relations;
  private final RetainedMessages retained;
  private final Audience<Observation> audience = new Audience<>();
  private final AtomicInteger count = new AtomicInteger();

  /// @param onHeard told of each client that acknowledges something
  Observing(
      CoapConfig config,
      CoapSettings settings,
      Answers answers,
      CoapCounts counts,
      CoapThreads threads,
      InstantSource clock,
      Consumer<Peer> onHeard) {
    this.config = config.observing();
    this.blockBytes = config.limits().blockBytes();
    this.answers = answers;
    this.counts = counts;
    this.threads = threads;
    this.clock = clock;
    this.onHeard = onHeard;
    this.relations = new ObserveManager(settings.ofMessages());
    this.retained = new RetainedMessages(this.config.retainedMax(), this.config.retainedBytesMax());
  }

  ObserveConfig config() {
    return config;
  }

  int blockBytes() {
    return blockBytes;
  }

  CoapCounts counts() {
    return counts;
  }

  long nowMs() {
    return clock.millis();
  }

  /// How many observations there are.
  int count() {
    return count.get();
  }

  /// Answers what is retained, and tells what comes later if the client observes.
  void get(Asked asked, Peer peer, Interest interest) {
    boolean wantsAll = asked.request().isObserve();
    if (wantsAll && !answers.isProven(asked)) {
      // Who observes is sent much for one request: only an address where somebody is.
      answers.requireProof(asked);
      return;
    }
    if (asked.options().hasObserve()) {
      // Whatever this token has observed before ends (RFC 7641 §3.6, §4.1).
      relations.cancelObserveRelation(asked.exchange());
    }
    if (wantsAll && !hasRoom(peer)) {
      counts.observationRefused();
      wantsAll = false;
    }
    if (wantsAll) {
      observe(asked, peer, interest);
    } else {
      asked.options().removeObserve();
      answers.send(asked, listed(interest));
    }
  }

  private boolean hasRoom(Peer peer) {
    return peer.observations().size() < config.perPeerMax()
        && count.get() < config.observationsMax();
  }

  private void observe(Asked asked, Peer peer, Interest interest) {
    Observation observation = new Observation(this, asked, peer, interest);
    count.incrementAndGet();
    peer.observations().add(observation);
    asked.request().setProtectFromOffload();
    asked.exchange().getCurrentRequest().setProtectFromOffload();
    // Before what is retained is looked at: what comes in between is told rather twice than never.
    audience.add(observation, interest.branches());
    relations.addObserveRelation(asked.exchange(), observation);
    Response first = listed(interest);
    counts.answered(first.getCode());
    observation.sendObserved(first);
  }

  /// What is retained, as far as it fits.
  private Response listed(Interest interest) {
    long nowMs = clock.millis();
    MessageFrame frame = new MessageFrame(config.listBytesMax());
    for (String branch : interest.branches()) {
      for (DownMessage message : retained.below(branch, nowMs)) {
        if (!MessageFrame.isTooLong(message) && message.payload().length < config.listBytesMax()) {
          boolean _ = frame.add(message);
        }
      }
    }
    return response(frame, nowMs);
  }

  /// An answer or notification with messages in it.
  Response response(MessageFrame frame, long nowMs) {
    Response response = new Response(ResponseCode.CONTENT);
    response.setPayload(frame.bytes());
    response.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_OCTET_STREAM);
    response.getOptions().setMaxAge(frame.holdsS(nowMs, config.quietS()));
    return response;
  }

  /// Takes what is retained in the grid.
  void retained(List<LoggedItem> items) {
    long nowMs = clock.millis();
    items.forEach(item -> retained.put(item, nowMs));
  }

  /// Takes what is new, and tells it.
  void deliver(List<LoggedItem> items) {
    for (LoggedItem item : items) {
      try {
        deliver(item);
      } catch (RuntimeException fault) {
        // A fault with one item must not stop those after it.
        LOG.error("Item {} of what goes down was not delivered", item.sequence(), fault);
      }
    }
  }

  private void deliver(LoggedItem item) {
    retained.put(item, clock.millis());
    // One without payload ends what was retained; there is nothing to tell.
    if (item.item() instanceof DownMessage message && message.payload().length > 0) {
      audience.of(message.topic(), observation -> observation.offer(message));
    }
  }

  /// Has an observation go on after the interval for beacons.
  void later(Runnable goingOn) {
    ScheduledFuture<?> _ =
        threads.schedule(
            () -> threads.execute(goingOn), config.beaconIntervalMs(), TimeUnit.MILLISECONDS);
  }

  /// A client has acknowledged what it was told.
  void heard(Peer peer) {
    onHeard.accept(peer);
  }

  /// An observation has ended.
  void ended(Observation observation, Ended why) {
    audience.remove(observation, observation.interest().branches());
    if (observation.peer().observations().remove(observation)) {
      count.decrementAndGet();
      counts.ended(why);
    }
  }

  /// Ends all that a client observes.
  void end(Peer peer, Ended why) {
    List.copyOf(peer.observations()).forEach(each -> each.end(why));
  }

  /// Lets go of what is over. Now and then.
  void look() {
    retained.expire(clock.millis());
  }
}
