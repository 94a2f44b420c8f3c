package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.access.Denial;
import city.wayside.edge.access.Entry;
import city.wayside.edge.access.Presented;
import city.wayside.edge.endpoint.mqtt.packet.Connect;
import city.wayside.edge.endpoint.mqtt.packet.MqttVersion;
import city.wayside.edge.endpoint.mqtt.packet.ReasonCode;
import city.wayside.edge.endpoint.mqtt.packet.Will;
import city.wayside.edge.endpoint.mqtt.session.Receiver;
import city.wayside.model.session.ClaimedSession;
import city.wayside.model.session.SessionClaim;
import city.wayside.model.session.SessionState;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The way from a CONNECT to its CONNACK: what it asks for is judged, the gatekeeper is asked who
/// it is, an older connection of the same client is ended, its session is claimed. Event loop only;
/// nothing is heard of the client meanwhile.
final class Arrival {

  private final MqttConnection connection;
  private final Connect connect;
  private final MqttLoop loop;
  private final MqttParts parts;
  private final long expiryS;
  private String clientId;
  private boolean isAssigned;
  private boolean hasPlace;
  private boolean isOver;

  Arrival(MqttConnection connection, Connect connect, MqttLoop loop) {
    this.connection = connection;
    this.connect = connect;
    this.loop = loop;
    this.parts = loop.parts();
    this.clientId = connect.clientId();
    this.expiryS = expiryS();
  }

  /// MQTT 3.1.1 knows only sessions that end with the connection and sessions that never end; those
  /// are kept as long as sessions are kept here.
  private long expiryS() {
    long wantedS =
        switch (connect.version()) {
          case V3_1_1 -> connect.cleanStart() ? 0 : SessionState.FOREVER;
          case V5 -> connect.properties().sessionExpiryS();
        };
    return Math.min(wantedS, parts.config().sessions().expirySMax());
  }

  void begin() {
    loop.arrivals().began();
    int refusal = refusal();
    if (refusal != ReasonCode.SUCCESS) {
      refuse(refusal, null);
      return;
    }
    if (clientId.isEmpty()) {
      clientId = parts.assignedIds().get();
      isAssigned = true;
    }
    hasPlace = parts.connected().takePlace();
    if (!hasPlace) {
      refuse(ReasonCode.QUOTA_EXCEEDED, "too many connections");
      return;
    }
    Presented presented =
        new Presented(
            "mqtt",
            clientId,
            isAssigned,
            connect.userName(),
            connect.password(),
            connection.wire().certificates(),
            List.of(),
            connection.wire().address());
    onLoop(parts.gatekeeper().admit(presented), this::judged);
  }

  /// What is wrong with the CONNECT whoever sent it.
  private int refusal() {
    if (loop.isStopping()) {
      return loop.welcome().stopping();
    }
    if (connect.properties().authMethod() != null) {
      return ReasonCode.BAD_AUTHENTICATION_METHOD;
    }
    boolean isNameless = clientId.isEmpty();
    if (isNameless && connect.version() == MqttVersion.V3_1_1 && !connect.cleanStart()) {
      // MQTT 3.1.1 §3.1.3-8: nobody could ever come back to such a session.
      return ReasonCode.CLIENT_IDENTIFIER_NOT_VALID;
    }
    if (!isNameless && !ClientIds.isAllowed(clientId, parts.config().limits().clientIdCharsMax())) {
      return ReasonCode.CLIENT_IDENTIFIER_NOT_VALID;
    }
    Will will = connect.will();
    if (will == null) {
      return ReasonCode.SUCCESS;
    }
    if (!loop.publishing().isStatusTopic(will.topic(), clientId)) {
      return ReasonCode.TOPIC_NAME_INVALID;
    }
    return will.payload().length > parts.config().limits().payloadBytesMax()
        ? ReasonCode.QUOTA_EXCEEDED
        : ReasonCode.SUCCESS;
  }

  private interface Then<T> {
    void go(@Nullable T value);
  }

  /// Goes on with an answer on the event loop; without one the client is told to come later.
  private <T> void onLoop(CompletionStage<T> answer, Then<T> then) {
    CompletionStage<T> _ =
        answer.whenComplete((value, failure) ->
            loop.run(() -> {
              if (failure != null) {
                refuse(ReasonCode.SERVER_UNAVAILABLE, "the gateway is not ready, try again");
              } else {
                then.go(value);
              }
            }));
  }

  private void judged(@Nullable Entry entry) {
    switch (entry) {
      case Entry.Admitted admitted -> endOlder(admitted);
      case Entry.Denied(Denial code, String reason) -> {
        refuse(code.mqtt5Code(), reason);
      }
      case null -> refuse(ReasonCode.UNSPECIFIED_ERROR, null);
    }
  }

  /// An older connection of the client ends first, so that what it leaves is in the session.
  private void endOlder(Entry.Admitted admitted) {
    if (isOver) {
      return;
    }
    MqttConnection older = parts.connected().of(clientId);
    if (older == null) {
      claim(admitted);
      return;
    }
    older
        .loop()
        .run(() -> {
          older.end(Ending.TAKEN_OVER);
          loop.run(() -> claim(admitted));
        });
  }

  private void claim(Entry.Admitted admitted) {
    if (isOver) {
      return;
    }
    SessionClaim claim = new SessionClaim(clientId, connect.cleanStart(), expiryS);
    onLoop(parts.desk().claim(claim), claimed -> claimed(admitted, claimed));
  }

  private void claimed(Entry.Admitted admitted, @Nullable ClaimedSession claimed) {
    if (claimed == null) {
      refuse(ReasonCode.UNSPECIFIED_ERROR, null);
      return;
    }
    Visit visit = visit(admitted, claimed.epoch());
    if (isOver) {
      // The client went away while its session was claimed: it is to be had again.
      SessionState previous = connect.cleanStart() ? null : claimed.previous();
      CompletionStage<Void> _ =
          parts.desk().save(Sessions.left(visit, previous, loop.sequence(), loop.nowMs()));
      return;
    }
    SessionState previous = connect.cleanStart() ? null : claimed.previous();
    isOver = true;
    loop.arrivals().ended();
    if (!loop.welcome()
        .accept(connection, connect, isAssigned ? clientId : null, previous != null, expiryS)) {
      parts.connected().givePlaceBack();
      CompletionStage<Void> _ =
          parts.desk().save(Sessions.left(visit, previous, loop.sequence(), loop.nowMs()));
      connection.turnAway();
      return;
    }
    connection.open(visit);
    loop.entered(connection, connect.cleanStart(), previous);
  }

  private Visit visit(Entry.Admitted admitted, long epoch) {
    int packetBytesMax = (int) Math.min(Integer.MAX_VALUE, connect.properties().packetBytesMax());
    Receiver receiver =
        new Receiver(
            connect.version(),
            connect.properties().receiveMax(),
            packetBytesMax,
            connect.properties().topicAliasMax());
    Visit.Terms terms =
        new Visit.Terms(
            clientId,
            parts
                .intake()
                .accounts()
                .connected(clientId, admitted.grant(), protocol(), loop.nowMs()),
            epoch,
            loop.welcome().keepAliveS(connect),
            receiver,
            connect.version() == MqttVersion.V5
                && connect.properties().requestsProblemInformation(),
            connect.will());
    return new Visit(
        terms,
        admitted,
        connection.wire(),
        parts.config().delivery(),
        parts.edgeId(),
        expiryS,
        loop.nowMs());
  }

  private String protocol() {
    return connection.wire().protocol() + (connect.version() == MqttVersion.V5 ? " 5" : " 3.1.1");
  }

  private void refuse(int reasonCode, @Nullable String reason) {
    if (isOver) {
      return;
    }
    over();
    parts.counts().refused(reasonCode);
    parts.offenders().add(connection.wire().address());
    loop.welcome().refuse(connection, connect, reasonCode, reason);
    connection.turnAway();
  }

  /// Nobody answers: the client is told to come later.
  void giveUp() {
    refuse(ReasonCode.SERVER_UNAVAILABLE, "the gateway is not ready, try again");
  }

  /// The client has gone.
  void abandon() {
    over();
  }

  private void over() {
    if (!isOver) {
      isOver = true;
      loop.arrivals().ended();
      if (hasPlace) {
        parts.connected().givePlaceBack();
      }
    }
  }
}
