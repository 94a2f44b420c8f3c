package city.wayside.adapters.datex2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.adapters.outbox.PrivacyTier;
import city.wayside.model.config.Setting;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatexConfigTest {

  @Test
  void theDefaultsAreTheDocumentedOnes() throws ReflectiveOperationException {
    DatexConfig defaults = DatexConfig.defaults();
    for (RecordComponent component : DatexConfig.class.getRecordComponents()) {
      Setting setting = component.getAnnotation(Setting.class);
      Object value = component.getAccessor().invoke(defaults);
      assertThat(setting.otherwise())
          .as(component.getName())
          .isEqualTo(
              value instanceof Enum<?> word
                  ? word.name().toLowerCase(Locale.ROOT).replace('_', '-')
                  : String.valueOf(value))
          .isNotEmpty();
      assertThat(setting.value()).endsWith(".");
    }
  }

  @Test
  void aFeedIsOpenAndATestUnlessSomebodyDecidesOtherwise() {
    assertThat(DatexConfig.defaults().tier()).isEqualTo(PrivacyTier.OPEN);
    assertThat(DatexConfig.defaults().informationStatus()).isEqualTo(InformationStatus.TEST);
  }

  @Test
  void settingsThatNoDocumentCouldCarryAreRefused() {
    assertThatThrownBy(() -> with(61, "de", "X")).hasMessage("windowS 61 is not 60, 300 or 900");
    assertThatThrownBy(() -> with(60, "DE", "X"))
        .hasMessage("country \"DE\" is not two lower-case letters");
    assertThatThrownBy(() -> with(60, "de", " "))
        .hasMessage("nationalIdentifier has 1 characters, allowed are 1 to 1024");
  }

  private static DatexConfig with(int windowS, String country, String nationalIdentifier) {
    return new DatexConfig(
        true,
        windowS,
        PrivacyTier.OPEN,
        InformationStatus.TEST,
        country,
        nationalIdentifier,
        "T",
        1,
        EmptySites.OMIT,
        1);
  }
}
