package city.wayside.town.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// Messages one a line, from where a command was told to take them: the words themselves, files, or
/// standard input.
final class MessageLines {

  private static final String STANDARD_INPUT = "-";

  private final Terminal terminal;

  MessageLines(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Takes one line.
  @FunctionalInterface
  interface Taker {

    /// Answers a line with one line of output.
    ///
    /// @param place where the line is, for messages about it
    /// @return true when it went well
    boolean take(String place, String line);
  }

  /// Hands all lines over in order; empty lines are passed over.
  ///
  /// @param sources messages, names of files, or `-`; none is `-`
  /// @param isMessage tells a message from the name of a file that is not there
  /// @return true when all went well
  boolean forEach(List<String> sources, Predicate<String> isMessage, Taker taker)
      throws CommandFailed {
    boolean well = true;
    for (String source : sources.isEmpty() ? List.of(STANDARD_INPUT) : sources) {
      if (source.equals(STANDARD_INPUT)) {
        well &= read("standard input", terminal.in(), taker);
      } else if (isFile(source)) {
        well &= readFile(Path.of(source), taker);
      } else if (isMessage.test(source)) {
        well &= taker.take("argument", source.strip());
      } else {
        throw CommandFailed.usage("\"" + source + "\" is neither a message nor a file");
      }
    }
    return well;
  }

  private static boolean isFile(String source) {
    // A message is longer than any name, and holds what no name does.
    return source.length() < 4096
        && source.chars().noneMatch(c -> c == '{' || c == '\0')
        && Files.isRegularFile(Path.of(source));
  }

  private boolean readFile(Path file, Taker taker) throws CommandFailed {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return read(file.toString(), lines, taker);
    } catch (IOException unreadable) {
      throw CommandFailed.failed(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private boolean read(String name, BufferedReader lines, Taker taker) throws CommandFailed {
    boolean well = true;
    int number = 0;
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          well &= taker.take(name + ":" + number, line.strip());
          if (!lines.ready()) {
            terminal.out().flush();
          }
        }
      }
    } catch (MalformedInputException binary) {
      throw CommandFailed.failed(
          name + ":" + (number + 1) + ": not text; messages are given in hexadecimal digits");
    } catch (IOException unreadable) {
      throw CommandFailed.failed(name + " cannot be read: " + unreadable.getMessage());
    }
    return well;
  }
}
