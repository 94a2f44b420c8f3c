package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.event.EventCause;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItisCausesTest {

  @Test
  void everyPhraseThatTellsACauseIsThatCausesPhrase() {
    Set<EventCause> causes = new HashSet<>();
    for (int code = 0; code <= 65_535; code++) {
      EventCause cause = ItisCauses.causeOf(code);
      if (!cause.equals(EventCause.NONE)) {
        assertThat(ItisCauses.codeOf(cause)).isEqualTo(code);
        causes.add(cause);
      }
    }
    System.out.println("causes with a phrase of their own: " + causes.size());
    assertThat(causes).hasSizeGreaterThan(60);
  }

  @Test
  void whatHasNoPhraseIsAnotherThing() {
    assertThat(ItisCauses.causeOf(1037)).isEqualTo(new EventCause(3, 2));
    assertThat(ItisCauses.causeOf(ItisCauses.DANGER)).isEqualTo(EventCause.NONE);
    assertThat(ItisCauses.codeOf(new EventCause(2, 99))).isEqualTo(513);
    assertThat(ItisCauses.codeOf(new EventCause(97, 0))).isEqualTo(ItisCauses.DANGER);
  }
}
