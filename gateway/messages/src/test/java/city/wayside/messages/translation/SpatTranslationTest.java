package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Standard;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.SignalGroup;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalGroup.PhaseState;
import city.wayside.model.signal.SignalState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpatTranslationTest {

  private static final long NOON_MS = Samples.ms("2026-06-01T12:00:00Z");

  /// 2026-06-01T11:58 as a minute of its year: 151 days and 718 minutes.
  private static final int MINUTE = 151 * 1440 + 718;

  private static SignalState state(Standard standard, String head, String phase, long receivedMs) {
    String content =
        """
        {'intersections':[{'id':{'region':3,'id':17},'revision':5,'status':'0000000000000000',%s
        'states':[{'signalGroup':9,'state-time-speed':[%s]}]}]}
        """
            .formatted(head, phase);
    byte[] bytes = Samples.spat(standard, content);
    return Samples.signals(bytes, receivedMs).getFirst();
  }

  private static SignalState state(String head, String phase, long receivedMs) {
    return state(Standard.ETSI, head, phase, receivedMs);
  }

  private static Phase phase(Standard standard, String phase) {
    String head = "'moy':%d,'timeStamp':30000,".formatted(MINUTE);
    return state(standard, head, phase, NOON_MS).groups().getFirst().phases().getFirst();
  }

  private static final String RED = "{'eventState':'stop-And-Remain'}";

  @Test
  void aSpatemOfTheFieldByHand() {
    long receivedMs = Samples.ms("2025-11-30T10:22:44Z");
    byte[] bytes = Samples.vector("etsi.jsonl", "etsi-b08ccb38ca09");
    SignalState state = Samples.signals(bytes, receivedMs).getFirst();

    assertThat(state.intersection()).isEqualTo(new IntersectionKey(3, 2501));
    assertThat(state.revision()).isEqualTo(2);
    // moy 480142 = 333 days and 622 minutes, timeStamp 43000 ms.
    assertThat(state.timeMs()).isEqualTo(Samples.ms("2025-11-30T10:22:43Z"));
    assertThat(state.groups()).hasSize(9);
    assertThat(state.groups().getFirst())
        .isEqualTo(
            new SignalGroup(
                1,
                List.of(
                    new Phase(
                        PhaseState.PROTECTED_MOVEMENT,
                        Phase.UNKNOWN_MS,
                        Samples.ms("2025-11-30T10:20:18Z"),
                        Samples.ms("2025-11-30T10:34:07Z"),
                        Samples.ms("2025-11-30T10:22:55Z"),
                        3,
                        Double.NaN),
                    new Phase(
                        PhaseState.PROTECTED_CLEARANCE,
                        Phase.UNKNOWN_MS,
                        Samples.ms("2025-11-30T10:22:55Z"),
                        Samples.ms("2025-11-30T10:22:58Z"),
                        Samples.ms("2025-11-30T10:22:58Z"),
                        15,
                        Double.NaN))));
  }

  @Test
  void aSpatemOfVersionOneByHand() {
    byte[] bytes = Samples.vector("etsi.jsonl", "etsi-7c6cfbec7857");
    long receivedMs = Samples.ms("2022-11-19T18:07:04Z");
    SignalState state = Samples.signals(bytes, receivedMs).getFirst();

    assertThat(state.intersection()).isEqualTo(new IntersectionKey(31149, 441));
    assertThat(state.timeMs()).isEqualTo(Samples.ms("2022-11-19T18:07:03.876Z"));
    // Bit 6 of 0 to 15, the first being the highest.
    assertThat(state.status().flagsCode()).isEqualTo(0x0200);
    assertThat(state.groups()).hasSize(28);
    Phase green = state.groups().get(1).phases().get(1);
    assertThat(green.state()).isEqualTo(PhaseState.PERMISSIVE_MOVEMENT);
    assertThat(green.startMs()).isEqualTo(Samples.ms("2022-11-19T18:33:47.300Z"));
    assertThat(green.minEndMs()).isEqualTo(Samples.ms("2022-11-19T18:33:57.300Z"));
    assertThat(green.maxEndMs()).isEqualTo(Samples.ms("2022-11-19T18:34:22.300Z"));
    assertThat(green.confidenceCode()).isEqualTo(7);
    // Group 8's minEndTime is 36001.
    assertThat(state.groups().get(7).phases().getFirst().minEndMs()).isEqualTo(Phase.UNKNOWN_MS);
  }

  @ParameterizedTest(name = "{0} received {1}: {2}")
  @CsvSource({
    "'''moy'':218158,''timeStamp'':30000', 2026-06-01T12:00:00Z, 2026-06-01T11:58:30Z",
    // Without a second, the moment of that minute nearest to the receive time.
    "'''moy'':218158', 2026-06-01T12:00:00Z, 2026-06-01T11:58:59.999Z",
    "'''moy'':218160', 2026-06-01T12:00:07Z, 2026-06-01T12:00:07Z",
    // Without a minute, the second alone.
    "'''timeStamp'':59900', 2026-06-01T12:00:00.300Z, 2026-06-01T11:59:59.900Z",
    "'''moy'':527040,''timeStamp'':59900', 2026-06-01T12:00:00.300Z, 2026-06-01T11:59:59.900Z",
    "'''moy'':527040,''timeStamp'':65535', 2026-06-01T12:00:00.300Z, 2026-06-01T12:00:00.300Z",
    "'', 2026-06-01T12:00:00.300Z, 2026-06-01T12:00:00.300Z",
    // A minute that only leap years have, and none is near.
    "'''moy'':526000,''timeStamp'':300', 2026-06-01T12:00:00Z, 2026-06-01T12:00:00.300Z",
    // Across the year, both ways.
    "'''moy'':525599,''timeStamp'':59500', 2026-01-01T00:00:00.2Z, 2025-12-31T23:59:59.500Z",
    "'''moy'':0,''timeStamp'':100', 2025-12-31T23:59:59.900Z, 2026-01-01T00:00:00.100Z",
  })
  void timesAreResolvedAgainstTheReceiveTime(String head, String received, String time) {
    String comma = head.isEmpty() ? "" : head + ",";
    assertThat(state(comma, RED, Samples.ms(received)).timeMs()).isEqualTo(Samples.ms(time));
  }

  @ParameterizedTest
  @EnumSource
  void theMinuteOfTheMessageStandsInForTheIntersections(Standard standard) {
    String content =
        """
        {'timeStamp':%d,'intersections':[{'id':{'id':17},'revision':5,'status':'0000000000000001',
        'timeStamp':30000,'states':[{'signalGroup':9,'state-time-speed':[%s]}]}]}
        """
            .formatted(MINUTE, RED);
    byte[] bytes = Samples.spat(standard, content);
    SignalState state = Samples.signals(bytes, NOON_MS).getFirst();
    assertThat(state.timeMs()).isEqualTo(Samples.ms("2026-06-01T11:58:30Z"));
    assertThat(state.intersection().regionId()).isZero();
    assertThat(state.status().flagsCode()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}: start {1}, end {2}")
  @CsvSource({
    // The message is of 11:58:30.
    "35100, 2026-06-01T11:58:30Z, 2026-06-01T11:58:30Z",
    "100, 2026-06-01T12:00:10Z, 2026-06-01T12:00:10Z",
    "29110, 2026-06-01T11:48:31Z, 2026-06-01T11:48:31Z",
    // More than ten minutes ago is the next hour's for an end, not for a start.
    "29090, 2026-06-01T11:48:29Z, 2026-06-01T12:48:29Z",
    "35999, 2026-06-01T11:59:59.900Z, 2026-06-01T11:59:59.900Z",
  })
  void timeMarksLieInTheHourThatIsNear(int mark, String start, String end) {
    String timing =
        "{'eventState':'dark','timing':{'startTime':%d,'minEndTime':%d,'maxEndTime':%d}}"
            .formatted(mark, mark, mark);
    for (Standard standard : Standard.values()) {
      Phase phase = phase(standard, timing);
      assertThat(phase.startMs()).isEqualTo(Samples.ms(start));
      assertThat(phase.minEndMs()).isEqualTo(Samples.ms(end));
      assertThat(phase.maxEndMs()).isEqualTo(Samples.ms(end));
      assertThat(phase.likelyEndMs()).isEqualTo(Phase.UNKNOWN_MS);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"ETSI, 36000", "ETSI, 36001", "SAE, 36000", "SAE, 36009", "SAE, 36001", "SAE, 36111"})
  void marksThatAreNoTimeAreUnknown(Standard standard, int mark) {
    Phase phase =
        phase(standard, "{'eventState':'dark','timing':{'minEndTime':%d}}".formatted(mark));
    assertThat(phase.minEndMs()).isEqualTo(Phase.UNKNOWN_MS);
  }

  @ParameterizedTest(name = "{0}: {1} m/s")
  @CsvSource({
    "'{''type'':''none'',''speed'':139}', 13.9",
    "'{''type'':''none'',''speed'':499}', 49.9",
    "'{''type'':''none'',''speed'':500}', NaN",
    "'{''type'':''ecoDrive''}', NaN",
    "'{''type'':''ecoDrive''},{''type'':''greenwave'',''speed'':125}', 12.5",
    "'{''type'':''transit'',''speed'':80},{''type'':''none'',''speed'':0}', 0",
    "'{''type'':''none'',''speed'':80,''class'':4}', NaN",
  })
  void theFirstAdviceForEverybodyIsTaken(String advices, Double speedMps) {
    String phase = "{'eventState':'dark','speeds':[" + advices + "]}";
    assertThat(phase(Standard.ETSI, phase).advisedSpeedMps()).isEqualTo(speedMps);
    assertThat(phase(Standard.SAE, phase).advisedSpeedMps()).isEqualTo(speedMps);
  }

  @Test
  void namesLanesManoeuvresAndTheTimeAfterNextAreLost() {
    String content =
        """
        {'name':'N','intersections':[{%s'id':{'id':17},'revision':5,'status':'0000000000000000',
        %s'states':[{%s'signalGroup':9,'state-time-speed':[%s]%s}]}]}
        """;
    byte[] rich =
        Samples.spat(
            Standard.ETSI,
            content.formatted(
                "'name':'I',",
                "'enabledLanes':[1],",
                "'movementName':'M',",
                "{'eventState':'dark','timing':{'minEndTime':7,'nextTime':9}}",
                ",'maneuverAssistList':[{'connectionID':1,'queueLength':4}]"
                    + ",'regional':[{'regionId':9,'regExtValue':'00'}]"));
    byte[] plain =
        Samples.spat(
            Standard.ETSI,
            content.formatted("", "", "", "{'eventState':'dark','timing':{'minEndTime':7}}", ""));
    assertThat(Samples.signals(rich, NOON_MS)).isEqualTo(Samples.signals(plain, NOON_MS));
  }
}
