package city.wayside.road.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void textsAreNumberedInTheirOrderAndFoundAgain() {
    TextTable table = new TextTable();
    for (int i = 0; i < 10_000; i++) {
      assertThat(table.add("id-" + i)).isEqualTo(i);
    }
    assertThat(table.add("")).isEqualTo(10_000);
    assertThat(table.add("Straße №1")).isEqualTo(10_001);
    assertThat(table.add("id-7")).isEqualTo(-8);
    assertThat(table.add("gone")).isEqualTo(10_002);
    table.removeLast();
    assertThat(table.indexOf("gone")).isEqualTo(-1);
    table.trim();

    assertThat(table.size()).isEqualTo(10_002);
    for (int i = 0; i < 10_000; i++) {
      assertThat(table.indexOf("id-" + i)).isEqualTo(i);
    }
    assertThat(table.get(9_999)).isEqualTo("id-9999");
    assertThat(table.get(10_000)).isEmpty();
    assertThat(table.get(table.indexOf("Straße №1"))).isEqualTo("Straße №1");
    assertThat(table.indexOf("id-10000")).isEqualTo(-1);
    assertThat(table.indexOf("gone")).isEqualTo(-1);
  }

  @Test
  void nodesAreTheSameByNameElseByPlace() {
    NodeNumbers nodes = new NodeNumbers();
    int first = nodes.number(null, 50, 10);
    int named = nodes.number("a", 50, 10);
    int other = nodes.number(null, 50.000002, 10);
    for (int i = 0; i < 5_000; i++) {
      nodes.number(null, 51 + i / 1e5, -10);
      nodes.number("n" + i, 0, 0);
    }

    assertThat(nodes.count()).isEqualTo(10_003);
    assertThat(named).isNotEqualTo(first);
    assertThat(other).isNotEqualTo(first);
    assertThat(nodes.number(null, 50.0000001, 10)).isEqualTo(first);
    assertThat(nodes.number("a", 1, 1)).isEqualTo(named);
    assertThat(nodes.number(null, 51 + 4_999 / 1e5, -10)).isEqualTo(10_001);
  }
}
