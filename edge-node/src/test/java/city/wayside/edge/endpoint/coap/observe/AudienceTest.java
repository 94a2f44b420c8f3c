package city.wayside.edge.endpoint.coap.observe;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.area.Quadkey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTest {

  private final Audience<String> audience = new Audience<>();

  private List<String> of(String topic) {
    List<String> told = new ArrayList<>();
    audience.of(topic, told::add);
    return told;
  }

  @Test
  void whoListensToATileHearsWhatIsInIt() {
    Interest large = Interest.in(Quadkey.ofDigits("12").orElseThrow());
    Interest small = Interest.in(Quadkey.ofDigits("120").orElseThrow());
    audience.add("large", large.branches());
    audience.add("small", small.branches());

    assertThat(of("v1/geo/1/2/0/3/denm")).containsExactly("large", "small");
    assertThat(of("v1/geo/1/2/1/denm")).containsExactly("large");
    assertThat(of("v1/geo/1/denm")).isEmpty();
    assertThat(of("nothing")).isEmpty();
  }

  @Test
  void whoListensForReceiversHearsWhatIsForEach() {
    Interest own = Interest.of(List.of("rsu-1", "4711"));
    audience.add("me", own.branches());

    assertThat(of("v1/down/rsu-1/ssem")).containsExactly("me");
    assertThat(of("v1/down/4711/ssem")).containsExactly("me");
    assertThat(of("v1/down/47/ssem")).isEmpty();

    audience.remove("me", own.branches());
    assertThat(of("v1/down/4711/ssem")).isEmpty();
    assertThat(audience.branchesCount()).isEqualTo(0);
  }
}
