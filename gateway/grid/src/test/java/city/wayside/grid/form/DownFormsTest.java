package city.wayside.grid.form;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.SessionMoved;
import city.wayside.model.session.SessionState;
import city.wayside.model.session.SessionState.Subscription;
import city.wayside.model.session.SessionState.Unacknowledged;
import com.hazelcast.nio.serialization.genericrecord.GenericRecordBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

class DownFormsTest {

  private static final int TRIES = 200;
  private static final StoredValues VALUES = new StoredValues();

  @AfterContainer
  static void stop() {
    VALUES.close();
  }

  @Property(tries = TRIES)
  void messagesComeBackAsTheyWere(@ForAll("messages") DownMessage message, @ForAll long sequence) {
    assertThat(VALUES.stored(message)).isEqualTo(message);
    StoredMessage retained = new StoredMessage(sequence, message);
    assertThat(VALUES.stored(retained)).isEqualTo(retained);
  }

  @Property(tries = TRIES)
  void movesComeBackAsTheyWere(@ForAll String clientId, @ForAll long epoch, @ForAll String edgeId) {
    SessionMoved moved = new SessionMoved(clientId, epoch, edgeId);
    assertThat(VALUES.stored(moved)).isEqualTo(moved);
  }

  @Property(tries = TRIES)
  void sessionsComeBackAsTheyWere(@ForAll("sessions") StoredSession session) {
    assertThat(VALUES.stored(session)).isEqualTo(session);
  }

  @Example
  void aMessageOfAKindThatIsNotKnownYetIsDeliveredAtLeastOnce() {
    Object later =
        GenericRecordBuilder.compact("downMessage")
            .setInt64("messageId", 7)
            .setString("topic", "t")
            .setArrayOfInt8("payload", new byte[] {1})
            .setString("contentType", null)
            .setInt8("kind", (byte) 99)
            .setString("conflationKey", null)
            .setInt64("expiresMs", 8)
            .setString("colour", "red")
            .build();

    assertThat(VALUES.stored(later))
        .isEqualTo(new DownMessage(7, "t", new byte[] {1}, "", DownMessage.Kind.NOTICE, "", 8));
  }

  @Example
  void anEntryOutlivesItsUseByAMinute() {
    DownMessage text = message("text", 5000);

    assertThat(new StoredMessage(1, text).ttlMs(1000)).isEqualTo(64_000);
    assertThat(new StoredMessage(1, text).isOfUse(4999)).isTrue();
    assertThat(new StoredMessage(1, text).isOfUse(5000)).isFalse();
    assertThat(new StoredMessage(1, text).ttlMs(9000)).isEqualTo(60_000);
    assertThat(new StoredMessage(1, message("", 5000)).ttlMs(1000)).isEqualTo(60_000);
    assertThat(new StoredMessage(1, message("", 5000)).isOfUse(1000)).isFalse();
    assertThat(Lifetime.ttlMs(Long.MAX_VALUE, 1000)).isZero();
  }

  private static DownMessage message(String text, long expiresMs) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    return new DownMessage(1, "t", payload, "", DownMessage.Kind.RETAINED, "", expiresMs);
  }

  @Provide
  Arbitrary<DownMessage> messages() {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.strings(),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(300),
            Arbitraries.of("", "application/json"),
            Arbitraries.of(DownMessage.Kind.class),
            Arbitraries.of("", "key"),
            Arbitraries.longs())
        .as(DownMessage::new);
  }

  @Provide
  Arbitrary<StoredSession> sessions() {
    Arbitrary<List<Subscription>> subscriptions =
        Combinators.combine(
                Arbitraries.strings(),
                Arbitraries.integers().between(0, 255),
                Arbitraries.integers().between(0, 268_435_455))
            .as(Subscription::new)
            .list()
            .ofMaxSize(10);
    Arbitrary<List<Unacknowledged>> unacknowledged =
        Combinators.combine(Arbitraries.integers().between(0, 65_535), Arbitraries.longs())
            .as(Unacknowledged::new)
            .list()
            .ofMaxSize(10);
    Arbitrary<SessionState> states =
        Combinators.combine(
                Arbitraries.strings(),
                Arbitraries.longs(),
                Arbitraries.of(true, false),
                Arbitraries.longs().between(0, SessionState.FOREVER),
                subscriptions,
                unacknowledged,
                Arbitraries.integers().between(1, 65_535).list().ofMaxSize(10))
            .as((id, epoch, isConnected, expiryS, filters, sent, ids) ->
                new SessionState(
                    id, id + "-edge", epoch, isConnected, expiryS, -epoch, filters, sent, ids));
    return Combinators.combine(states, Arbitraries.longs()).as(StoredSession::new);
  }
}
