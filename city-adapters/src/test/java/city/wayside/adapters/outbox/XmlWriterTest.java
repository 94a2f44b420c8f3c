package city.wayside.adapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class XmlWriterTest {

  private static final XmlName ROOT = XmlName.of("r");
  private static final XmlName CHILD = XmlName.of("c", "kind", "a&b");
  private static final XmlAttribute ID = XmlAttribute.of("id");

  @Test
  void elementsAttributesAndNumbersAreWrittenAsTheyStandInTheDocument() {
    XmlWriter xml = new XmlWriter(1000);
    xml.declaration().start(ROOT).attribute(ID, "x").attribute(ID, -7L);
    xml.element(CHILD, "t").element(CHILD, 5L).element(CHILD, 1.25, 1).end();
    assertThat(text(xml))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<r id=\"x\" id=\"-7\"><c kind=\"a&amp;b\">t</c><c kind=\"a&amp;b\">5</c><c"
                + " kind=\"a&amp;b\">1.2</c></r>");
  }

  @Test
  void charactersThatXmlCannotCarryAreReplaced() {
    XmlWriter xml = new XmlWriter(1000);
    xml.element(ROOT, "a\u0000b\uD800c\uFFFFd");
    assertThat(text(xml)).isEqualTo("<r>a\uFFFDb\uFFFDc\uFFFDd</r>");
  }

  @Test
  void aDocumentBeyondItsLimitIsRefused() {
    XmlWriter xml = new XmlWriter(10);
    assertThatThrownBy(() -> xml.element(ROOT, "0123456789"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("document longer than 10 bytes");
  }

  @Test
  void anOpenElementIsNoDocument() {
    XmlWriter xml = new XmlWriter(10).start(ROOT);
    assertThatThrownBy(xml::bytes).hasMessage("1 elements are still open");
  }

  @Test
  void attributesAfterContentAreRefused() {
    XmlWriter xml = new XmlWriter(100).start(ROOT).text("t");
    assertThatThrownBy(() -> xml.attribute(ID, "x"))
        .hasMessage("an attribute comes before the content");
  }

  @Test
  void numbersThatAreNoneOrTooLargeAreRefused() {
    XmlWriter xml = new XmlWriter(100).start(ROOT);
    assertThatThrownBy(() -> xml.decimal(Double.NaN, 1)).hasMessage("NaN with 1 decimals");
    assertThatThrownBy(() -> xml.decimal(1e300, 7)).hasMessage("1.0E300 with 7 decimals");
  }

  @Property(tries = 500, seed = "20261123")
  void anyTextComesBackFromAParser(@ForAll String text) throws Exception {
    XmlWriter xml = new XmlWriter(100_000);
    xml.declaration().start(ROOT).attribute(ID, text).text(text).end();
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.bytes()))
            .getDocumentElement();
    String carried = carried(text);
    assertThat(root.getAttribute("id")).isEqualTo(carried);
    assertThat(root.getTextContent()).isEqualTo(carried);
  }

  @Property(tries = 500, seed = "20261123")
  void decimalsAreThoseOfExactArithmetic(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double value,
      @ForAll @IntRange(min = 1, max = 7) int decimals) {
    XmlWriter xml = new XmlWriter(100).start(ROOT).decimal(value, decimals).end();
    String number = text(xml).replaceAll("</?r>", "");
    assertThat(number).matches("-?[0-9]+\\.[0-9]{" + decimals + "}");
    BigDecimal half = BigDecimal.ONE.movePointLeft(decimals).divide(BigDecimal.TWO);
    BigDecimal slack = new BigDecimal(Math.ulp(value)).max(new BigDecimal("1e-12"));
    assertThat(new BigDecimal(number).subtract(new BigDecimal(value)).abs())
        .isLessThanOrEqualTo(half.add(slack).setScale(30, RoundingMode.UP));
  }

  private static String carried(String text) {
    StringBuilder carried = new StringBuilder();
    text.codePoints()
        .map(c ->
            c == 9
                    || c == 10
                    || c == 13
                    || (c >= 32 && c < 0xD800)
                    || (c > 0xDFFF && c < 0xFFFE)
                    || c > 0xFFFF
                ? c
                : 0xFFFD)
        .forEach(carried::appendCodePoint);
    return carried.toString();
  }

  private static String text(XmlWriter xml) {
    return new String(xml.bytes(), StandardCharsets.UTF_8);
  }
}
