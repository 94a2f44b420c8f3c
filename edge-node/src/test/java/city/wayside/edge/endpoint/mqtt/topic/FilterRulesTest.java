package city.wayside.edge.endpoint.mqtt.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import city.wayside.edge.inbound.topic.TopicText;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterRulesTest {

  private static final Grant OWN =
      grant(ClientRole.VEHICLE, new SpeaksFor.Stations(Set.of(4711L, 4712L)));
  private static final Grant EVERYONE = grant(ClientRole.RSU, SpeaksFor.EVERYONE);
  private static final Grant WITHIN =
      grant(ClientRole.RSU, new SpeaksFor.Within(new BoundingBox(53, 9, 54, 10)));

  private final FilterRules rules = new FilterRules(QueueLayout.DEFAULT, 100, false);

  @Test
  void aClientHearsOfItsOwnRefusalsOnly() {
    assertThat(judge("v1/refused/car", OWN)).isEqualTo(Permission.AT_MOST_ONCE);
    assertThat(judge("v1/refused/truck", EVERYONE)).isEqualTo(Permission.NOT_AUTHORIZED);
    assertThat(judge("v1/refused/+", EVERYONE)).isEqualTo(Permission.NOT_AUTHORIZED);
    assertThat(judge("v1/refused/#", EVERYONE)).isEqualTo(Permission.NOT_AUTHORIZED);
    assertThat(judge("v1/refused/car/#", OWN)).isEqualTo(Permission.NOT_AUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "a/b", "$SYS", "#", ""})
  void aClientWhoseIdIsNoLevelHasNothingOfItsOwn(String clientId) {
    for (String tree : new String[] {"v1/refused/", "v1/down/"}) {
      for (String tail : new String[] {"", "/#", "/+"}) {
        assertThat(rules.judge(tree + clientId + tail, clientId, OWN, 0).isGranted()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "v1/down/car/#, true",
    "v1/down/car/+, true",
    "v1/down/car/denm, true",
    "v1/down/4711/ssem, true",
    "v1/down/4712/#, true",
    "v1/down/4713/#, false",
    "v1/down/04711/#, false",
    "v1/down/truck/#, false",
    "v1/down/+/#, false",
    "v1/down/+/denm, false",
    "v1/down/#, false",
    "v1/down/car, false",
    "v1/down/car/, false",
    "v1/down/car/smoke, false",
    "v1/down/car/denm/#, false",
    "v1/down/car/+/+, false",
    "v1/down//#, false"
  })
  void aVehicleHearsWhatIsForItself(String filter, boolean isGranted) {
    assertThat(judge(filter, OWN))
        .isEqualTo(isGranted ? Permission.AT_LEAST_ONCE : Permission.NOT_AUTHORIZED);
  }

  @Test
  void aClientCannotTakeAStationsNumberAsItsId() {
    assertThat(rules.judge("v1/down/4713/#", "4713", OWN, 0)).isEqualTo(Permission.NOT_AUTHORIZED);
    assertThat(rules.judge("v1/down/4711/#", "4711", OWN, 0)).isEqualTo(Permission.AT_LEAST_ONCE);
    assertThat(rules.judge("v1/down/4713/#", "4713", WITHIN, 0))
        .isEqualTo(Permission.NOT_AUTHORIZED);
  }

  @Test
  void whoSpeaksForEveryoneMayNameAnyStationAndNoOtherClient() {
    assertThat(judge("v1/down/0/#", EVERYONE)).isEqualTo(Permission.AT_LEAST_ONCE);
    assertThat(judge("v1/down/4294967295/#", EVERYONE)).isEqualTo(Permission.AT_LEAST_ONCE);
    assertThat(judge("v1/down/00/#", EVERYONE)).isEqualTo(Permission.NOT_AUTHORIZED);
    assertThat(judge("v1/down/42949672950/#", EVERYONE)).isEqualTo(Permission.NOT_AUTHORIZED);
    assertThat(judge("v1/down/truck/#", EVERYONE)).isEqualTo(Permission.NOT_AUTHORIZED);
  }

  @Test
  void whoSpeaksForAnAreaHearsWhatIsSentToItselfOnly() {
    assertThat(judge("v1/down/car/#", WITHIN)).isEqualTo(Permission.AT_LEAST_ONCE);
    assertThat(judge("v1/down/4711/#", WITHIN)).isEqualTo(Permission.NOT_AUTHORIZED);
    assertThat(judge("v1/down/+/#", WITHIN)).isEqualTo(Permission.NOT_AUTHORIZED);
  }

  @Test
  void allStationsAreForThoseWhoSpeakForEveryoneWhereThatIsConfigured() {
    FilterRules open = new FilterRules(QueueLayout.DEFAULT, 100, true);
    assertThat(judge("v1/down/+/#", EVERYONE)).isEqualTo(Permission.NOT_AUTHORIZED);
    assertThat(open.judge("v1/down/+/#", "car", EVERYONE, 0)).isEqualTo(Permission.AT_LEAST_ONCE);
    assertThat(open.judge("v1/down/#", "car", EVERYONE, 0)).isEqualTo(Permission.NOT_AUTHORIZED);
    assertThat(open.judge("v1/down/+/#", "car", OWN, 0)).isEqualTo(Permission.NOT_AUTHORIZED);
    assertThat(open.judge("v1/down/+/#", "car", WITHIN, 0)).isEqualTo(Permission.NOT_AUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1/geo/#",
        "v1/geo/+",
        "v1/geo/1/2/0/2/2/#",
        "v1/geo/1/2/0/2/2/denm",
        "v1/geo/1/2/+/+/denm",
        "v1/geo/1/+/2/+/0/#",
        "v1/geo/+/+/+/denm",
        "v1/geo/1/2/0/2/2/+",
        "v1/geo/denm",
        "default/outQueue/#",
        "default/outQueue/v2x/#",
        "default/outQueue/v2x/+/#",
        "default/outQueue/v2x/denm/+/1/2/0/#",
        "default/outQueue/v2x/denm/com_app_1",
        "default/outQueue/v2x/mcm/+/1/2/0/3",
        "default/outQueue/v2x/info/broker"
      })
  void whatIsForPlacesIsForEveryone(String filter) {
    assertThat(judge(filter, OWN)).isEqualTo(Permission.AT_LEAST_ONCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1/geo/",
        "v1/geo/4/#",
        "v1/geo/1/x/#",
        "v1/geo/1/+/+/+/2/#",
        "v1/geo/+/+/+/1/denm",
        "v1/geo/12/denm",
        "v1/geo/1/denm/#",
        "v1/geo/1/2/",
        "v1/geo/1//2",
        "default/outQueue/v2x/denm/+/1/+/+/+/0/#",
        "default/outQueue/v2x/denm/+/",
        "default/outQueue/v2x/denm/+/4/#",
        "default/outQueue/v2x/denm/+/1/denm"
      })
  void levelsThatNoTileHasAreInvalid(String filter) {
    assertThat(judge(filter, EVERYONE)).isEqualTo(Permission.FILTER_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "+",
        "+/#",
        "+/+/#",
        "v1/#",
        "v1",
        "v1/+/car",
        "v1/+/1/#",
        "v1/geo",
        "v1/up/#",
        "v1/up/4711/cam",
        "$SYS/#",
        "$SYS/broker/version",
        "sensors/1",
        "default/#",
        "default/+/v2x/#",
        "+/outQueue/v2x/#",
        "default/outQueue",
        "default/outQueue/+/denm/#",
        "default/inQueue/v2x/#",
        "other/outQueue/v2x/#"
      })
  void whatIsTooBroadOrNotThereIsNotAuthorized(String filter) {
    assertThat(judge(filter, EVERYONE)).isEqualTo(Permission.NOT_AUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1/geo/#/1",
        "v1/geo/1#",
        "v1/geo/1+",
        "v1/geo/+1",
        "a/#b",
        "##",
        "v1/geo/1\u0000/#",
        "v1/geo/\u0085"
      })
  void whatBreaksTheRulesOfMqttIsInvalid(String filter) {
    assertThat(judge(filter, EVERYONE)).isEqualTo(Permission.FILTER_INVALID);
  }

  @Test
  void lengthAndDepthHaveLimits() {
    String deepest = "v1/geo" + "/+".repeat(TopicText.LEVELS_MAX - 2);
    assertThat(judge(deepest, OWN)).isEqualTo(Permission.AT_LEAST_ONCE);
    assertThat(judge(deepest + "/+", OWN)).isEqualTo(Permission.FILTER_INVALID);
    String head = "default/outQueue/v2x/denm/";
    String longest = head + "x".repeat(TopicText.FILTER_CHARS_MAX - head.length());
    assertThat(judge(longest, OWN)).isEqualTo(Permission.AT_LEAST_ONCE);
    assertThat(judge(longest + "x", OWN)).isEqualTo(Permission.FILTER_INVALID);
  }

  @Test
  void sharedSubscriptionsAreNotThere() {
    assertThat(judge("$share/group/v1/geo/#", EVERYONE)).isEqualTo(Permission.SHARED);
    assertThat(judge("$share/", EVERYONE)).isEqualTo(Permission.SHARED);
  }

  @Test
  void aClientHasOnlySoManyFilters() {
    assertThat(rules.judge("v1/geo/#", "car", OWN, 99)).isEqualTo(Permission.AT_LEAST_ONCE);
    assertThat(rules.judge("v1/geo/#", "car", OWN, 100)).isEqualTo(Permission.TOO_MANY);
    assertThat(rules.judge("#", "car", OWN, 100)).isEqualTo(Permission.NOT_AUTHORIZED);
  }

  @Test
  void theAnswerIsACodeOfSuback() {
    assertThat(Permission.AT_LEAST_ONCE.reasonCode(2)).isEqualTo(1);
    assertThat(Permission.AT_LEAST_ONCE.reasonCode(0)).isZero();
    assertThat(Permission.AT_MOST_ONCE.reasonCode(1)).isZero();
    assertThat(Permission.NOT_AUTHORIZED.reasonCode(1)).isEqualTo(0x87);
    assertThat(Permission.FILTER_INVALID.reasonCode(1)).isEqualTo(0x8F);
    assertThat(Permission.TOO_MANY.reasonCode(1)).isEqualTo(0x97);
    assertThat(Permission.SHARED.reasonCode(1)).isEqualTo(0x9E);
    assertThat(Permission.AT_LEAST_ONCE.qosMax()).isEqualTo(1);
    assertThatIllegalStateException().isThrownBy(Permission.SHARED::qosMax);
  }

  private Permission judge(String filter, Grant grant) {
    return rules.judge(filter, "car", grant, 0);
  }

  private static Grant grant(ClientRole role, SpeaksFor speaksFor) {
    return new Grant("name", role, speaksFor, 10);
  }
}
