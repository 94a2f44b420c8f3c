package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.account.ClientAccount;
import city.wayside.edge.endpoint.mqtt.packet.Connect;
import city.wayside.edge.endpoint.mqtt.packet.MqttVersion;
import city.wayside.edge.endpoint.mqtt.packet.PacketListener;
import city.wayside.edge.endpoint.mqtt.packet.PacketReader;
import city.wayside.edge.endpoint.mqtt.packet.PacketWriter;
import city.wayside.edge.endpoint.mqtt.packet.Publish;
import city.wayside.edge.endpoint.mqtt.packet.ReasonCode;
import city.wayside.edge.endpoint.mqtt.packet.Subscribe;
import city.wayside.edge.endpoint.mqtt.packet.Unsubscribe;
import city.wayside.edge.endpoint.mqtt.packet.Violation;
import city.wayside.edge.endpoint.mqtt.topic.Subscriber;
import city.wayside.edge.endpoint.mqtt.transport.Wire;
import city.wayside.edge.endpoint.mqtt.transport.WireListener;
import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Client;
import city.wayside.model.client.Grant;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection, from its first byte to its end: hears packets, knows in which phase it is, and
/// leaves what they mean to [Arrival], [Publishing] and [Subscribing]. Its event loop only.
final class MqttConnection implements WireListener, PacketListener, Client, Subscriber {

  private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);

  private enum Phase {
    /// Nothing was heard, or not all of the CONNECT.
    SILENT,
    /// The CONNECT is being answered.
    ARRIVING,
    /// CONNACK said welcome.
    OPEN,
    /// It has ended.
    ENDED
  }

  private final MqttLoop loop;
  private final Wire wire;
  private Phase phase = Phase.SILENT;
  private boolean isHeld;
  private long heardMs;
  private @Nullable MqttVersion version;
  private @Nullable Arrival arrival;
  private @Nullable Visit visit;
  private int matchPlace;

  MqttConnection(MqttLoop loop, Wire wire) {
    this.loop = loop;
    this.wire = wire;
    this.heardMs = loop.nowMs();
  }

  Wire wire() {
    return wire;
  }

  MqttLoop loop() {
    return loop;
  }

  /// What is known of the client once it is welcome.
  Visit visit() {
    Visit known = visit;
    if (known == null) {
      throw new IllegalStateException("not welcome yet");
    }
    return known;
  }

  boolean isOpen() {
    return phase == Phase.OPEN;
  }

  boolean isEnded() {
    return phase == Phase.ENDED;
  }

  boolean isMqtt5() {
    return version == MqttVersion.V5;
  }

  /// The version, once the CONNECT has told it.
  MqttVersion spoken() {
    MqttVersion told = version;
    if (told == null) {
      throw new IllegalStateException("no CONNECT yet");
    }
    return told;
  }

  @Override
  public String id() {
    return visit().clientId();
  }

  @Override
  public Grant grant() {
    return visit().grant();
  }

  @Override
  public Acknowledger acknowledger() {
    return loop;
  }

  @Override
  public ClientAccount account() {
    return visit().account();
  }

  @Override
  public int matchPlace() {
    return matchPlace;
  }

  @Override
  public void setMatchPlace(int place) {
    matchPlace = place;
  }

  // ---- bytes

  @Override
  public int heard(byte[] bytes, int from, int to) {
    return loop.reader().read(bytes, from, to, this);
  }

  @Override
  public int frameBytes(byte[] bytes, int from, int to) {
    return PacketReader.packetBytes(bytes, from, to);
  }

  @Override
  public void writable() {
    if (isOpen()) {
      visit().goOn(loop.nowMs());
    }
  }

  @Override
  public void ended() {
    end(Ending.LOST);
  }

  @Override
  public void tooMuch() {
    end(Ending.TOO_MUCH);
  }

  // ---- packets

  @Override
  public @Nullable MqttVersion version() {
    return version;
  }

  @Override
  public boolean isReading() {
    return phase != Phase.ARRIVING && phase != Phase.ENDED && !isHeld;
  }

  @Override
  public void connect(Connect connect) {
    version = connect.version();
    phase = Phase.ARRIVING;
    wire.pause();
    Arrival begun = new Arrival(this, connect, loop);
    arrival = begun;
    begun.begin();
  }

  /// The client is welcome: CONNACK is written by now.
  void open(Visit welcome) {
    arrival = null;
    visit = welcome;
    phase = Phase.OPEN;
    heardMs = loop.nowMs();
    if (!isHeld) {
      wire.resume();
    }
  }

  /// The client is turned away: CONNACK is written by now.
  void turnAway() {
    arrival = null;
    phase = Phase.ENDED;
    wire.close();
    loop.ended(this);
  }

  /// Answers what comes from now on no more until [#release]: the client has more under way than
  /// the node takes.
  void hold() {
    isHeld = true;
    wire.pause();
  }

  /// Takes more again.
  void release() {
    if (isHeld && !loop.isPaused()) {
      isHeld = false;
      if (isReading()) {
        wire.resume();
      }
    }
  }

  boolean isHeld() {
    return isHeld;
  }

  @Override
  public void publish(Publish publish) {
    heardMs = loop.nowMs();
    loop.publishing().publish(this, publish);
  }

  @Override
  public void pubAck(int packetId, int reasonCode) {
    heardMs = loop.nowMs();
    visit().acknowledged(packetId, heardMs);
  }

  @Override
  public void pubRec(int packetId, int reasonCode) {
    // Only QoS 0 and 1 are sent to clients.
    violated(new Violation(ReasonCode.PROTOCOL_ERROR, "PUBREC for what was not sent with QoS 2"));
  }

  @Override
  public void pubComp(int packetId, int reasonCode) {
    violated(new Violation(ReasonCode.PROTOCOL_ERROR, "PUBCOMP for what was not sent with QoS 2"));
  }

  @Override
  public void pubRel(int packetId, int reasonCode) {
    heardMs = loop.nowMs();
    loop.publishing().release(this, packetId);
  }

  @Override
  public void subscribe(Subscribe subscribe) {
    heardMs = loop.nowMs();
    loop.subscribing().subscribe(this, subscribe);
  }

  @Override
  public void unsubscribe(Unsubscribe unsubscribe) {
    heardMs = loop.nowMs();
    loop.subscribing().unsubscribe(this, unsubscribe);
  }

  @Override
  public void pingRequest() {
    heardMs = loop.nowMs();
    PacketWriter.pingResponse(wire.out());
  }

  @Override
  public void disconnect(int reasonCode, long sessionExpiryS) {
    if (sessionExpiryS > 0 && visit().expiryS() == 0) {
      // MQTT 5 §3.14.2.2.2: a session that was to end with its connection cannot be kept after all.
      violated(
          new Violation(
              ReasonCode.PROTOCOL_ERROR, "DISCONNECT keeps a session that had no expiry"));
      return;
    }
    if (sessionExpiryS >= 0) {
      visit().keepFor(Math.min(sessionExpiryS, loop.parts().config().sessions().expirySMax()));
    }
    end(
        reasonCode == ReasonCode.NORMAL_DISCONNECTION
            ? Ending.GOOD_BYE
            : Ending.GOOD_BYE_WITH_WILL);
  }

  @Override
  public void auth(int reasonCode, String method, byte[] data) {
    // Nobody comes in with an authentication method, so nobody may speak of one.
    violated(new Violation(ReasonCode.PROTOCOL_ERROR, "AUTH without an authentication method"));
  }

  @Override
  public void violated(Violation violation) {
    account(violation);
    switch (phase) {
      case SILENT -> {
        loop.welcome().refuseUnheard(this, violation);
        turnAway();
      }
      case OPEN -> end(Ending.VIOLATION, violation.reasonCode(), violation.reason());
      case ARRIVING -> end(Ending.VIOLATION, violation.reasonCode(), violation.reason());
      case ENDED -> {}
    }
  }

  /// A packet that is too large is a message that was refused; everything else was none.
  private void account(Violation violation) {
    String address = wire.address();
    loop.parts().counts().violated(violation.reasonCode());
    loop.parts().offenders().add(address);
    LOG.debug(
        "{} broke the protocol: 0x{} {}",
        address,
        Integer.toHexString(violation.reasonCode()),
        violation.reason());
    if (isOpen() && violation.reasonCode() == ReasonCode.PACKET_TOO_LARGE) {
      loop.parts()
          .intake()
          .turnedAway(this, null, new Refused(Refusal.TOO_LARGE, violation.reason()));
    } else {
      loop.parts()
          .intake()
          .brokeRules(
              isOpen() ? id() : address, new Refused(Refusal.MALFORMED, violation.reason()));
    }
  }

  // ---- time

  /// Ends the connection if its client has been silent for too long. Called about once a second.
  void look(long nowMs) {
    long silentMs = nowMs - heardMs;
    switch (phase) {
      case SILENT -> {
        if (silentMs > loop.parts().config().limits().connectTimeoutMs()) {
          phase = Phase.ENDED;
          loop.parts().counts().ended("no_connect");
          wire.cut();
          loop.ended(this);
        }
      }
      case ARRIVING -> {
        Arrival waiting = arrival;
        if (silentMs > loop.parts().config().limits().connectTimeoutMs() && waiting != null) {
          waiting.giveUp();
        }
      }
      case OPEN -> {
        if (silentMs > visit().silenceMsMax() && !isHeld) {
          end(Ending.KEEP_ALIVE);
        } else if (visit().isOver(nowMs)) {
          end(Ending.NO_LONGER_ALLOWED);
        } else {
          visit().look(nowMs);
        }
      }
      case ENDED -> {}
    }
  }

  // ---- the end

  /// Ends the connection; MQTT 5 clients are told why. Only the first call counts.
  void end(Ending ending) {
    end(ending, ending.reasonCode(), null);
  }

  private void end(Ending ending, int reasonCode, @Nullable String reason) {
    if (phase == Phase.ENDED) {
      return;
    }
    boolean wasOpen = phase == Phase.OPEN;
    phase = Phase.ENDED;
    if (wasOpen && isMqtt5() && ReasonCode.isFailure(reasonCode)) {
      PacketWriter.disconnect(
          wire.out(),
          reasonCode,
          reason,
          loop.welcome().elsewhere(ending),
          visit().packetBytesMax());
    }
    wire.close();
    loop.ended(this);
    Arrival broken = arrival;
    if (broken != null) {
      arrival = null;
      broken.abandon();
    }
    if (wasOpen) {
      loop.parts().counts().ended(ending.word());
      loop.left(this, ending);
    }
  }
}
