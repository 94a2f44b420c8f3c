package city.wayside.model.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuadkeyTest {

  /// Tiles that independent implementations name so: Microsoft's description of the tile system
  /// (tile 3, 5 of zoom 3), the its-client SDKs, OpenStreetMap's tile 8646/5295 of zoom 14.
  @ParameterizedTest
  @CsvSource({
    "-45, -20, 213",
    "8.3689428, -14.3165555, 033321211101",
    "48.6263556, 2.2492123, 120220011203",
    "48.6263556, 2.2492123, 120220011203100323",
    "53.5503, 9.9921, 12020131202332",
    "0, 0, 3",
    "45, -90, 0",
    "45, 90, 1",
    "-45, -90, 2"
  })
  void aPositionHasTheTileThatOthersGiveIt(double latDeg, double lonDeg, String digits) {
    assertThat(Quadkey.of(latDeg, lonDeg, digits.length()).digits()).isEqualTo(digits);
  }

  @Test
  void theMapEndsWhereItIsAsHighAsWide() {
    assertThat(Quadkey.of(90, -180, 22)).isEqualTo(Quadkey.of(85.0511287798, -180, 22));
    assertThat(Quadkey.of(90, -180, 22).digits()).isEqualTo("0".repeat(22));
    assertThat(Quadkey.of(-90, 180, 22).digits()).isEqualTo("3".repeat(22));
    assertThat(Quadkey.of(-85.0511287799, 179.99999999, 22).digits()).isEqualTo("3".repeat(22));
    assertThat(new Quadkey(0, 1).box()).isEqualTo(new BoundingBox(0, -180, 85.0511287798066, 0));
  }

  @Test
  void aTileCoversItsBox() {
    BoundingBox box = Quadkey.ofDigits("213").orElseThrow().box();
    assertThat(box.westDeg()).isEqualTo(-45);
    assertThat(box.eastDeg()).isEqualTo(0);
    assertThat(box.northDeg()).isCloseTo(-40.97989806962013, within(1e-12));
    assertThat(box.southDeg()).isCloseTo(-66.51326044311186, within(1e-12));
  }

  @Property
  void theTileOfAPositionContainsIt(
      @ForAll @DoubleRange(min = -85.05, max = 85.05) double latDeg,
      @ForAll @DoubleRange(min = -180, max = 180) double lonDeg,
      @ForAll @IntRange(min = 1, max = Quadkey.ZOOM_MAX) int zoom) {
    BoundingBox box = Quadkey.of(latDeg, lonDeg, zoom).box();
    double slackDeg = 1e-9;
    assertThat(latDeg).isBetween(box.southDeg() - slackDeg, box.northDeg() + slackDeg);
    assertThat(lonDeg).isBetween(box.westDeg(), box.eastDeg());
  }

  @Property
  void everyTileLiesInThoseAboveIt(
      @ForAll @DoubleRange(min = -90, max = 90) double latDeg,
      @ForAll @DoubleRange(min = -180, max = 180) double lonDeg,
      @ForAll @IntRange(min = 2, max = Quadkey.ZOOM_MAX) int zoom) {
    Quadkey tile = Quadkey.of(latDeg, lonDeg, zoom);
    Quadkey above = Quadkey.of(latDeg, lonDeg, zoom - 1);
    assertThat(tile.digits()).startsWith(above.digits());
    assertThat(above.contains(tile)).isTrue();
    assertThat(tile.contains(tile)).isTrue();
    assertThat(tile.contains(above)).isFalse();
    assertThat(new Quadkey(tile.digitsCode() ^ 1, zoom).contains(tile)).isFalse();
    assertThat(Quadkey.ofDigits(tile.digits())).contains(tile);
    assertThat(tile.levels().replace("/", "")).isEqualTo(tile.digits());
  }

  @Test
  void itsLevelsAreATopic() {
    Quadkey tile = Quadkey.ofDigits("1203").orElseThrow();
    assertThat(tile.levels()).isEqualTo("1/2/0/3");
    assertThat(tile).hasToString("1203");
    assertThat(tile.zoom()).isEqualTo(4);
    assertThat(Quadkey.ofDigits("2").orElseThrow().levels()).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4", "12/3", "1a", "-1", "00000000000000000000000"})
  void whatIsNoNameOfATileIsNone(String text) {
    assertThat(Quadkey.ofDigits(text)).isEmpty();
  }

  @Test
  void whatIsNoTileIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Quadkey.of(Double.NaN, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Quadkey.of(0, 180.1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Quadkey.of(0, 0, 23));
    assertThatIllegalArgumentException().isThrownBy(() -> Quadkey.of(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quadkey(4, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quadkey(-1, 22));
  }
}
