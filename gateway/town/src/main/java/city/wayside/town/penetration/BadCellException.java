package city.wayside.town.penetration;

import java.io.Serial;

/// A cell of a line holds what is not allowed; the message says which column has which value.
final class BadCellException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  BadCellException(String column, String value, String allowed) {
    super("%s is \"%s\"; allowed is %s".formatted(column, value, allowed));
  }

  BadCellException(String message) {
    super(message);
  }
}
