package city.wayside.town.clients;

import java.io.Serial;

/// A line of a clients file is no client; the message says which field has which value, and what is
/// allowed.
final class BadClientException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  BadClientException(String message) {
    super(message);
  }
}
