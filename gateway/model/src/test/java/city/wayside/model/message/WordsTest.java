package city.wayside.model.message;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.refusal.Refusal;
import city.wayside.model.traffic.WindowLength;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  @ParameterizedTest
  @EnumSource
  void aStationTypeIsFoundByItsWordAndItsCode(StationType type) {
    assertThat(StationType.ofWord(type.word())).contains(type);
    assertThat(StationType.ofCode(type.code())).contains(type);
  }

  @Test
  void unknownStationTypesAreNotGuessed() {
    assertThat(StationType.ofWord("car")).isEmpty();
    assertThat(StationType.ofCode(16)).isEmpty();
    assertThat(StationType.ofCode(-1)).isEmpty();
    assertThat(StationType.ofWord("PASSENGERCAR")).contains(StationType.PASSENGER_CAR);
  }

  @ParameterizedTest
  @EnumSource
  void aMessageKindIsFoundByItsWordAsWritten(MessageKind kind) {
    assertThat(MessageKind.ofWord(kind.word())).contains(kind);
    assertThat(MessageKind.ofWord(kind.name())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void noKindIsBothABeaconAndUrgent(MessageKind kind) {
    assertThat(kind.isBeacon() && kind.isUrgent()).isFalse();
  }

  @Test
  void onlyBeaconsAreShedAndOnlyEventsAndRequestsAreUrgent() {
    assertThat(MessageKind.values())
        .filteredOn(MessageKind::isBeacon)
        .extracting(MessageKind::word)
        .containsExactlyInAnyOrder("cam", "vam", "bsm", "psm", "cpm", "probe");
    assertThat(MessageKind.values())
        .filteredOn(MessageKind::isUrgent)
        .extracting(MessageKind::word)
        .containsExactlyInAnyOrder("denm", "ivim", "tim", "srem", "ssem", "srm", "ssm");
  }

  @Test
  void whatWasThinnedIsNotToldSuccess() {
    assertThat(Refusal.THINNED.tellsSuccess()).isFalse();
    assertThat(Refusal.THINNED.mqttReasonCode()).isEqualTo(0x97);
  }

  @Test
  void refusalWordsAreDistinctAndLowerCase() {
    assertThat(new HashSet<>(Arrays.stream(Refusal.values()).map(Refusal::word).toList()))
        .hasSize(Refusal.values().length)
        .allMatch(word -> word.matches("[a-z_]+"));
    assertThat(Refusal.values())
        .allMatch(code -> Refusal.ofWord(code.word()).equals(Optional.of(code)));
    assertThat(Refusal.ofWord("CLOCK")).isEmpty();
  }

  @Test
  void windowsStartAtMultiplesOfTheirLengthAlsoBefore1970() {
    assertThat(WindowLength.ONE_MINUTE.startMs(119_999)).isEqualTo(60_000);
    assertThat(WindowLength.FIVE_MINUTES.startMs(-1)).isEqualTo(-300_000);
    assertThat(WindowLength.ofSeconds(900)).contains(WindowLength.FIFTEEN_MINUTES);
    assertThat(WindowLength.ofSeconds(90)).isEmpty();
  }
}
