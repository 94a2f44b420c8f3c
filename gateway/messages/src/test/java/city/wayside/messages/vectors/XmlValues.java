package city.wayside.messages.vectors;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.Field;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.OpenType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.StringType;
import city.wayside.messages.uper.Tape;
import city.wayside.messages.uper.Type;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Compares a decoded message with what another decoder wrote in XML (XER, ITU-T X.693), leaf by
/// leaf.
final class XmlValues {

  private final Tape tape;
  private int leaves;

  XmlValues(Tape tape) {
    this.tape = tape;
  }

  static Element parse(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
          .getDocumentElement();
    } catch (SAXException | IOException | ParserConfigurationException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  /// How many values were equal.
  int leaves() {
    return leaves;
  }

  /// The first difference; empty for none.
  String difference(Type type, long cell, Element xml) {
    return switch (type) {
      case IntegerType _ -> leaf(Long.toString(cell), xml.getTextContent(), xml);
      case EnumeratedType words -> leaf(String.valueOf(words.word(cell)), word(xml), xml);
      case StringType string -> leaf(text(string, cell), text(string, xml), xml);
      case SequenceType sequence -> fields(sequence, (int) cell, children(xml), xml);
      case SequenceOfType list -> elements(list, cell, xml);
      case ChoiceType choice -> chosen(choice, (int) cell, xml);
      case OpenType open -> opened(open, (int) cell, xml);
    };
  }

  private String leaf(String mine, String theirs, Element xml) {
    leaves++;
    return mine.equals(theirs) ? "" : place(xml) + " is " + mine + ", should be " + theirs;
  }

  private String fields(SequenceType type, int at, List<Element> left, Element xml) {
    List<Element> unseen = new ArrayList<>(left);
    String difference = members(type, at, unseen, xml);
    return difference.isEmpty() && !unseen.isEmpty()
        ? place(unseen.getFirst()) + " is missing"
        : difference;
  }

  private String members(SequenceType type, int at, List<Element> left, Element xml) {
    for (int i = 0; i < type.fields().size(); i++) {
      Field field = type.fields().get(i);
      long cell = tape.cell(at + i);
      if (cell == Tape.ABSENT) {
        continue;
      }
      String difference;
      if (field.group()) {
        difference = members((SequenceType) field.type(), (int) cell, left, xml);
      } else {
        Element child =
            left.stream()
                .filter(one -> one.getTagName().equals(field.name()))
                .findFirst()
                .orElse(null);
        if (child == null) {
          return place(xml) + "." + field.name() + " should not be";
        }
        left.remove(child);
        difference = difference(field.type(), cell, child);
      }
      if (!difference.isEmpty()) {
        return difference;
      }
    }
    return "";
  }

  private String elements(SequenceOfType type, long cell, Element xml) {
    List<Element> children = children(xml);
    if (children.size() != tape.count(cell)) {
      return place(xml) + " has " + tape.count(cell) + ", should have " + children.size();
    }
    for (int i = 0; i < children.size(); i++) {
      // Elements that are words or choices stand for themselves, without an element around them.
      Element child =
          type.element() instanceof EnumeratedType || type.element() instanceof ChoiceType
              ? wrapped(children.get(i))
              : children.get(i);
      String difference = difference(type.element(), tape.item(cell, i), child);
      if (!difference.isEmpty()) {
        return difference;
      }
    }
    return "";
  }

  private static Element wrapped(Element child) {
    Element wrapper = child.getOwnerDocument().createElement(child.getParentNode().getNodeName());
    wrapper.appendChild(child.cloneNode(true));
    return wrapper;
  }

  private String chosen(ChoiceType type, int at, Element xml) {
    Field alternative = type.alternative(tape.cell(at));
    Element child = children(xml).getFirst();
    if (alternative == null || !child.getTagName().equals(alternative.name())) {
      return place(xml) + " is " + alternative + ", should be " + child.getTagName();
    }
    return difference(alternative.type(), tape.cell(at + 1), child);
  }

  private String opened(OpenType type, int at, Element xml) {
    OpenType.Entry entry = type.entry(tape.cell(at));
    Element child = children(xml).getFirst();
    if (entry == null) {
      return "";
    }
    return child.getTagName().equals(entry.name())
        ? difference(entry.type(), tape.cell(at + 1), child)
        : place(xml) + " is " + entry.name() + ", should be " + child.getTagName();
  }

  private static String word(Element xml) {
    List<Element> children = children(xml);
    return children.isEmpty() ? xml.getTextContent() : children.getFirst().getTagName();
  }

  private static String text(StringType type, Element xml) {
    String text = xml.getTextContent();
    return switch (type.form()) {
      case BITS -> text.replaceAll("\\s", "");
      case OCTETS -> text.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
      default -> text;
    };
  }

  private String text(StringType type, long cell) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tape.length(cell); i++) {
      long unit = tape.bits(cell, i * type.form().unitBits(), type.form().unitBits());
      switch (type.form()) {
        case BITS -> text.append(unit);
        case OCTETS -> text.append("%02x".formatted(unit));
        case DIGITS -> text.append(StringType.DIGITS.charAt((int) unit));
        case ASCII, UTF8 -> text.append((char) unit);
        case OBJECT_IDENTIFIER, RELATIVE_OBJECT_IDENTIFIER -> text.append((char) unit);
      }
    }
    return switch (type.form()) {
      case OBJECT_IDENTIFIER, RELATIVE_OBJECT_IDENTIFIER ->
          city.wayside.messages.uper.ObjectIdentifier.text(
              type.form(), text.toString().getBytes(StandardCharsets.ISO_8859_1));
      default -> text.toString();
    };
  }

  private static List<Element> children(Element xml) {
    List<Element> children = new ArrayList<>();
    for (Node node = xml.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static String place(Element xml) {
    StringBuilder place = new StringBuilder(xml.getTagName());
    for (Node node = xml.getParentNode(); node instanceof Element; node = node.getParentNode()) {
      place.insert(0, node.getNodeName() + ".");
    }
    return place.toString();
  }
}
