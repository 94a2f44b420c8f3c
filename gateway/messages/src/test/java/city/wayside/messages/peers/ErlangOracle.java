package city.wayside.messages.peers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Erlang's asn1ct as a second opinion on packed messages: a process that answers every message
/// with what it reads and writes again. Any thread; one question at a time. Some thousand messages
/// a second.
///
/// An answer is one line of JSON, `{"ok":true,"value":{...},"reencoded":"hex"}` or
/// `{"ok":false,"error":"why"}`. In a value, names are those of ASN.1, a bit string is its binary
/// digits, an octet string its hexadecimal digits, a choice an object of one member, and what is
/// absent or has its default value is left out. A regional extension is an object of one member,
/// its type's name, or hexadecimal digits where the region's type is not known. Where a message is
/// followed by more than the zeros that fill up its last octet, `unread` counts those bits.
///
/// An error begins with the step that failed: `question`, `decode`, `encode` (of a value beyond its
/// range, or an unknown extension of an enumeration or choice) or `json` (of characters that are
/// none).
public final class ErlangOracle implements AutoCloseable {

  private static final PeerBuild BUILD = new PeerBuild("erlang");
  private static final long ANSWER_SECONDS_MAX = 60;

  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;
  private final ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor();

  private ErlangOracle(Process process) {
    this.process = process;
    this.questions = process.outputWriter(StandardCharsets.US_ASCII);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Why there is none on this machine; empty when there is. Builds it, which takes some ten
  /// seconds once.
  ///
  /// @throws IllegalStateException with the system property `wayside.ci`, when Erlang is missing
  public static Optional<String> missing() {
    return BUILD.missing();
  }

  /// Starts it; empty when [#missing()] says why not.
  public static Optional<ErlangOracle> start() {
    return missing().isPresent() ? Optional.empty() : Optional.of(new ErlangOracle(launch()));
  }

  private static Process launch() {
    ProcessBuilder answer =
        new ProcessBuilder(BUILD.program("answer.sh").toString(), BUILD.work().toString());
    try {
      return answer.redirectError(BUILD.log("answer").toFile()).start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Asks about one message.
  ///
  /// @param kind cam, denm, spatem, mapem, srem, ssem or ivim of release 1; cam1 or denm1 of
  ///   protocol version 1; spat, map, srm or ssm for the content alone, as in SAE J2735, whose
  ///   longitudes are one unit more than given in the answer
  /// @return the answer, one line of JSON
  /// @throws IllegalStateException when it does not answer any more
  public String ask(String kind, byte[] message) {
    return ask(kind, HexFormat.of().formatHex(message));
  }

  /// As [#ask(String, byte\[\])], with the message as hexadecimal digits.
  public synchronized String ask(String kind, String hex) {
    Future<String> answer = reading.submit(() -> exchange(kind + " " + hex));
    try {
      return answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException silent) {
      process.destroyForcibly();
      throw new IllegalStateException("no answer to " + kind + " " + hex, silent);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IllegalStateException(interrupted);
    }
  }

  private String exchange(String question) throws IOException {
    questions.write(question);
    questions.newLine();
    questions.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("it ended; see " + BUILD.log("answer"));
    }
    return answer;
  }

  /// Ends the process, and no other.
  @Override
  public void close() {
    process.destroyForcibly();
    reading.close();
  }
}
