package city.wayside.grid.entry;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.grid.form.StoredMessage;
import city.wayside.grid.form.StoredValues;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.session.SessionClaim;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

class EntryFormsTest {

  private static final StoredValues VALUES = new StoredValues();

  @AfterContainer
  static void stop() {
    VALUES.close();
  }

  @Property(tries = 100)
  void claimsArriveAsTheyWereSent(
      @ForAll String edgeId,
      @ForAll String clientId,
      @ForAll boolean isCleanStart,
      @ForAll long expiryS,
      @ForAll long nowMs,
      @ForAll long silenceS) {
    SessionClaim claim = new SessionClaim(clientId, isCleanStart, expiryS);

    assertThat(VALUES.stored(new ClaimSession(edgeId, claim, nowMs, silenceS)))
        .isInstanceOfSatisfying(
            ClaimSession.class,
            arrived -> {
              assertThat(arrived.edgeId()).isEqualTo(edgeId);
              assertThat(arrived.claim()).isEqualTo(claim);
              assertThat(arrived.nowMs()).isEqualTo(nowMs);
              assertThat(arrived.silenceS()).isEqualTo(silenceS);
            });
  }

  @Property(tries = 50)
  void putsArriveAsTheyWereSent(@ForAll Order order, @ForAll long ttlMs, @ForAll byte[] payload) {
    StoredMessage value =
        new StoredMessage(
            7, new DownMessage(1, "t", payload, "", DownMessage.Kind.RETAINED, "", 2));

    assertThat(VALUES.stored(new PutNewer<>(order, value, ttlMs)))
        .isInstanceOfSatisfying(
            PutNewer.class,
            arrived -> {
              assertThat(arrived.order()).isEqualTo(order);
              assertThat(arrived.value()).isEqualTo(value);
              assertThat(arrived.ttlMs()).isEqualTo(ttlMs);
            });
  }

  @Example
  void ofTwoRetainedMessagesTheLaterInTheLogIsNewer() {
    DownMessage message = new DownMessage(1, "t", new byte[1], "", DownMessage.Kind.NOTICE, "", 2);
    StoredMessage earlier = new StoredMessage(7, message);
    StoredMessage later = new StoredMessage(8, message);

    assertThat(Order.RETAINED.replaces(later, earlier)).isTrue();
    assertThat(Order.RETAINED.replaces(earlier, earlier)).isTrue();
    assertThat(Order.RETAINED.replaces(earlier, later)).isFalse();
    assertThat(Order.SESSIONS.replaces(later, earlier)).isFalse();
  }
}
