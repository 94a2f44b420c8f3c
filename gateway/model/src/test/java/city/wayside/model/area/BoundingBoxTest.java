package city.wayside.model.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BoundingBoxTest {

  private final BoundingBox box = new BoundingBox(53, 9, 54, 10);

  @Test
  void itsEdgesBelongToIt() {
    assertThat(box.contains(53, 10)).isTrue();
    assertThat(box.contains(52.999, 9.5)).isFalse();
    assertThat(box.contains(53.5, 10.001)).isFalse();
    assertThat(box.contains(Double.NaN, 9.5)).isFalse();
  }

  @Test
  void boxesThatTouchIntersect() {
    assertThat(box.intersects(new BoundingBox(54, 10, 55, 11))).isTrue();
    assertThat(box.intersects(new BoundingBox(54.1, 9, 55, 10))).isFalse();
  }

  @Test
  void whatIsNoBoxIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BoundingBox(54, 9, 53, 10))
        .withMessage("latitudes 54.0 to 53.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BoundingBox(53, Double.NaN, 54, 10))
        .withMessage("longitudes NaN to 10.0");
  }
}
