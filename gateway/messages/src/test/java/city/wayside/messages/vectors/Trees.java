package city.wayside.messages.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;

/// Compares JSON trees and says where they first differ.
public final class Trees {

  private Trees() {}

  /// The path to the first difference and both sides; empty for none.
  public static String difference(JsonNode expected, JsonNode actual) {
    return difference("", expected, actual);
  }

  private static String difference(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject() && actual.isObject()) {
      for (Iterator<String> names = expected.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!actual.has(name)) {
          return path + "." + name + " is missing, should be " + shortened(expected.get(name));
        }
        String inner = difference(path + "." + name, expected.get(name), actual.get(name));
        if (!inner.isEmpty()) {
          return inner;
        }
      }
      for (Iterator<String> names = actual.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!expected.has(name)) {
          return path + "." + name + " should not be: " + shortened(actual.get(name));
        }
      }
      return "";
    }
    if (expected.isArray() && actual.isArray()) {
      if (expected.size() != actual.size()) {
        return path + " has " + actual.size() + " elements, should have " + expected.size();
      }
      for (int i = 0; i < expected.size(); i++) {
        String inner = difference(path + "[" + i + "]", expected.get(i), actual.get(i));
        if (!inner.isEmpty()) {
          return inner;
        }
      }
      return "";
    }
    return expected.equals(actual) || expected.asText().equals(actual.asText())
        ? ""
        : path + " is " + shortened(actual) + ", should be " + shortened(expected);
  }

  private static String shortened(JsonNode node) {
    String text = node.toString();
    return text.length() <= 120 ? text : text.substring(0, 120) + "...";
  }
}
