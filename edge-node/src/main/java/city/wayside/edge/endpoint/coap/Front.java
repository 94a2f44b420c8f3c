package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.Entry;
import city.wayside.edge.access.Offenders;
import city.wayside.edge.endpoint.coap.Peers.Welcome;
import city.wayside.edge.endpoint.coap.observe.Interest;
import city.wayside.edge.inbound.topic.UpTopic;
import city.wayside.model.area.Quadkey;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.MessageDeliverer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receives the requests of one door, and leads each to what it names. Any thread.
final class Front implements MessageDeliverer {

  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  /// The longest station id, 4294967295, has so many digits.
  private static final int STATION_DIGITS_MAX = 10;

  private static final String STATION = "station=";

  /// What all doors share.
  ///
  /// @param peers who is in
  /// @param answers answers
  /// @param posting takes what is posted
  /// @param observing tells what goes down
  /// @param offenders who breaks the rules or is refused
  /// @param clock tells the time
  record Parts(
      Peers peers,
      Answers answers,
      Posting posting,
      Observing observing,
      Offenders offenders,
      InstantSource clock) {}

  private final Door door;
  private final Parts parts;
  private final Route.Reader routes = new Route.Reader();
  private final Links links = new Links();
  private volatile boolean isStopping;

  Front(Door door, Parts parts) {
    this.door = door;
    this.parts = parts;
  }

  /// Takes nothing from now on; what was taken is still answered.
  void stopTaking() {
    isStopping = true;
  }

  @Override
  public void deliverRequest(Exchange exchange) {
    Asked asked = Asked.of(door, exchange);
    try {
      receive(asked);
    } catch (RuntimeException fault) {
      LOG.error("A request was not answered", fault);
      parts
          .answers()
          .fail(asked, ResponseCode.INTERNAL_SERVER_ERROR, "internal", "the gateway has a fault");
    }
  }

  @Override
  public void deliverResponse(Exchange exchange, Response response) {
    // Nothing is asked of clients, so that nothing is answered.
  }

  private void receive(Asked asked) {
    parts.answers().look(asked);
    if (isStopping) {
      turnAway(asked);
      return;
    }
    if (!isUnderstood(asked)) {
      return;
    }
    Route route = routes.of(asked.options().getUriPath());
    Code wanted = route instanceof Route.Up ? Code.POST : Code.GET;
    if (!(route instanceof Route.Nowhere) && asked.method() != wanted) {
      fail(
          asked,
          ResponseCode.METHOD_NOT_ALLOWED,
          "method_not_allowed",
          "the method is " + asked.method() + ", must be " + wanted);
      return;
    }
    switch (route) {
      case Route.Up(UpTopic topic) ->
          admitted(asked, peer -> parts.posting().post(asked, peer, topic));
      case Route.Geo(Quadkey tile) -> {
        if (isFramed(asked)) {
          admitted(asked, peer -> parts.observing().get(asked, peer, Interest.in(tile)));
        }
      }
      case Route.Down() -> {
        if (isFramed(asked)) {
          admitted(asked, peer -> down(asked, peer));
        }
      }
      case Route.Time() -> time(asked);
      case Route.Core() -> core(asked);
      case Route.Nowhere(String reason) ->
          fail(asked, ResponseCode.NOT_FOUND, Refusal.UNKNOWN_TOPIC.word(), reason);
    }
  }

  /// Leaves a request to the next process where that has the session, so that its sender notices no
  /// more than a datagram that was lost; another node could do nothing with it.
  private void turnAway(Asked asked) {
    if (!door.isHandedOver()) {
      fail(
          asked,
          ResponseCode.SERVICE_UNAVAILABLE,
          Refusal.OVERLOADED.word(),
          "the edge node stops, try another");
    }
  }

  /// Answers a request whose critical options ask for what is not done here (RFC 7252 §5.4.1,
  /// §5.10).
  private boolean isUnderstood(Asked asked) {
    OptionSet options = asked.options();
    if (options.hasProxyUri() || options.hasProxyScheme()) {
      fail(
          asked,
          ResponseCode.PROXY_NOT_SUPPORTED,
          "proxy_not_supported",
          "this is no proxy: leave Proxy-Uri and Proxy-Scheme out");
      return false;
    }
    if (options.getIfMatchCount() > 0 || options.hasIfNoneMatch()) {
      fail(
          asked,
          ResponseCode.BAD_OPTION,
          "bad_option",
          "If-Match and If-None-Match are not supported");
      return false;
    }
    return true;
  }

  /// Has something done for a client that may come in.
  private void admitted(Asked asked, Consumer<Peer> work) {
    Peer known = parts.peers().known(asked);
    if (known != null) {
      work.accept(known);
      return;
    }
    CompletionStage<Void> _ =
        parts
            .peers()
            .admit(asked)
            .thenAccept(welcome ->
                // The gatekeeper answers on threads of its own.
                asked
                    .exchange()
                    .execute(() -> {
                      switch (welcome) {
                        case Welcome.Known(Peer peer) -> work.accept(peer);
                        case Welcome.Unwelcome(Entry.Denied denied) -> {
                          parts.offenders().add(Asked.text(asked.address()));
                          parts.answers().deny(asked, denied);
                        }
                      }
                    }));
  }

  /// Answers a request that wants what goes down in another form than there is.
  private boolean isFramed(Asked asked) {
    return isAccepted(asked, MediaTypeRegistry.APPLICATION_OCTET_STREAM);
  }

  private boolean isAccepted(Asked asked, int... formats) {
    int accept = asked.options().getAccept();
    if (accept == MediaTypeRegistry.UNDEFINED) {
      return true;
    }
    for (int format : formats) {
      if (accept == format) {
        return true;
      }
    }
    fail(
        asked,
        ResponseCode.NOT_ACCEPTABLE,
        "not_acceptable",
        "Accept is " + accept + ", must be left out or " + formats[0]);
    return false;
  }

  private void down(Asked asked, Peer peer) {
    List<String> receivers = new ArrayList<>();
    receivers.add(peer.id());
    if (peer.grant().speaksFor() instanceof SpeaksFor.Stations own) {
      own.stationIds().forEach(id -> receivers.add(Long.toString(id)));
    }
    int namedCount = 0;
    for (String query : asked.options().getUriQuery()) {
      String station = query.startsWith(STATION) ? query.substring(STATION.length()) : "";
      if (!isStation(station) || namedCount == parts.observing().config().stationsMax()) {
        fail(
            asked,
            ResponseCode.BAD_REQUEST,
            Refusal.MALFORMED.word(),
            "the query must be up to "
                + parts.observing().config().stationsMax()
                + " times station={id}");
        return;
      }
      if (!maySpeakFor(station, peer.grant())) {
        fail(
            asked,
            ResponseCode.FORBIDDEN,
            Refusal.NOT_AUTHORIZED.word(),
            "the client may not speak for station " + station);
        return;
      }
      namedCount++;
      receivers.add(station);
    }
    List<String> each = receivers.stream().distinct().filter(one -> isReceiver(one, peer)).toList();
    parts.observing().get(asked, peer, Interest.of(each));
  }

  /// Digits are a station, never a client: nobody hears a station by taking its number as id.
  private static boolean isReceiver(String receiver, Peer peer) {
    return !receiver.equals(peer.id())
        || !isStation(receiver)
        || maySpeakFor(receiver, peer.grant());
  }

  private static boolean isStation(String text) {
    return text.length() <= STATION_DIGITS_MAX
        && !text.isEmpty()
        && text.chars().allMatch(letter -> letter >= '0' && letter <= '9')
        && (text.length() == 1 || text.charAt(0) != '0');
  }

  private static boolean maySpeakFor(String station, Grant grant) {
    return switch (grant.speaksFor()) {
      case SpeaksFor.Everyone() -> true;
      case SpeaksFor.Stations stations -> stations.stationIds().contains(Long.valueOf(station));
      // Where a station is, is only known when it speaks.
      case SpeaksFor.Within _ -> false;
    };
  }

  private void time(Asked asked) {
    if (!isAccepted(asked, MediaTypeRegistry.TEXT_PLAIN, MediaTypeRegistry.APPLICATION_JSON)) {
      return;
    }
    boolean wantsJson = asked.options().getAccept() == MediaTypeRegistry.APPLICATION_JSON;
    String nowMs = Long.toString(parts.clock().millis());
    Response response = new Response(ResponseCode.CONTENT);
    response.setPayload(
        (wantsJson ? "{\"ms\":" + nowMs + "}" : nowMs).getBytes(StandardCharsets.US_ASCII));
    response
        .getOptions()
        .setContentFormat(
            wantsJson ? MediaTypeRegistry.APPLICATION_JSON : MediaTypeRegistry.TEXT_PLAIN)
        .setMaxAge(0);
    parts.answers().send(asked, response);
  }

  private void core(Asked asked) {
    if (!isAccepted(asked, MediaTypeRegistry.APPLICATION_LINK_FORMAT)) {
      return;
    }
    Response response = new Response(ResponseCode.CONTENT);
    response.setPayload(
        links.matching(asked.options().getUriQuery()).getBytes(StandardCharsets.US_ASCII));
    response.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_LINK_FORMAT);
    parts.answers().send(asked, response);
  }

  private void fail(Asked asked, ResponseCode code, String title, String detail) {
    parts.answers().fail(asked, code, title, detail);
  }
}
