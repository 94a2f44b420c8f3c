package city.wayside.messages.fuzz;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.MessageFormats;
import city.wayside.messages.RandomMessages;
import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.canonical.MessageJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/// Writes what the fuzzer starts from: a few random messages of every format for their own trial,
/// and as JSON; and the inputs that earlier runs kept.
public final class Seeds {

  private static final int MESSAGES = 6;
  private static final int UNPACKER_TRIAL = 0;
  private static final int JSON_TRIAL = 5;
  private static final int FIRST_FORMAT_TRIAL = 6;

  private Seeds() {}

  /// Writes them to a folder.
  ///
  /// @param words the folder, and the file of what was kept: a line of Base64 for every input
  public static void main(String[] words) throws IOException {
    Path folder = Files.createDirectories(Path.of(words[0]));
    List<String> kept = Files.readAllLines(Path.of(words[1]));
    for (int i = 0; i < kept.size(); i++) {
      Files.write(folder.resolve("kept-" + i), Base64.getDecoder().decode(kept.get(i)));
    }
    writeMessages(folder);
  }

  private static void writeMessages(Path folder) throws IOException {
    List<MessageFormat> formats = MessageFormats.all();
    for (int i = 0; i < formats.size(); i++) {
      for (int seed = 0; seed < MESSAGES; seed++) {
        byte[] message = RandomMessages.of(formats.get(i), seed);
        String name = formats.get(i).word() + formats.get(i).version() + "-" + seed;
        write(folder.resolve(name), FIRST_FORMAT_TRIAL + i, message);
        write(folder.resolve(name + "-any"), UNPACKER_TRIAL, message);
        write(folder.resolve(name + "-model"), FIRST_FORMAT_TRIAL + formats.size(), message);
        if (new Unpacker().unpack(message) instanceof Unpacked.Message unpacked) {
          write(
              folder.resolve(name + "-json"),
              JSON_TRIAL,
              MessageJson.write(unpacked).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private static void write(Path file, int trial, byte[] message) throws IOException {
    byte[] input = new byte[1 + message.length];
    input[0] = (byte) trial;
    System.arraycopy(message, 0, input, 1, message.length);
    Files.write(file, input);
  }
}
