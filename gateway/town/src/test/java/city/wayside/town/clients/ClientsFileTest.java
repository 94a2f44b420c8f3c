package city.wayside.town.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.PasswordHash;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsFileTest {

  private static final ClientRecord BUS =
      new ClientRecord(
          "bus-12",
          ClientRole.VEHICLE,
          Set.of(4712L, 4711L),
          null,
          20.5,
          true,
          false,
          List.of(
              new PasswordHash("$pbkdf2-sha512$i=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"),
              CertificateName.of("subject:CN=bus-12,O=Example"),
              new SharedKey("bus-12", new byte[16]),
              new PublicKeyPrint("0a".repeat(32))),
          1_800_000_000_123L);

  private static final String LINE_OF_BUS =
      "{\"name\":\"bus-12\",\"role\":\"vehicle\",\"stations\":[4711,4712],\"ratePerS\":20.5,"
          + "\"enabled\":true,\"created\":\"2027-01-15T08:00:00.123Z\",\"credentials\":["
          + "{\"password\":\"$pbkdf2-sha512$i=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA\"},"
          + "{\"certificate\":\"subject:CN=bus-12,O=Example\"},"
          + "{\"psk\":\"bus-12\",\"keyHex\":\"00000000000000000000000000000000\"},"
          + "{\"publicKey\":\""
          + "0a".repeat(32)
          + "\"}]}";

  private static final ClientRecord UNIT =
      new ClientRecord(
          "rsu-1",
          ClientRole.RSU,
          Set.of(),
          new BoundingBox(52, 13, 52.5, 13.25),
          null,
          false,
          false,
          List.of(),
          0);

  @TempDir private Path folder = Path.of("");

  private Path file() {
    return folder.resolve("clients.jsonl");
  }

  private ClientsFile read(String text) throws Exception {
    return ClientsFile.read(Files.writeString(file(), text));
  }

  @Test
  void aClientIsOneLine() throws Exception {
    ClientsFile file = ClientsFile.readOrNew(file());
    file.put(BUS);
    file.put(UNIT);
    file.write();

    assertThat(Files.readAllLines(file()))
        .containsExactly(
            LINE_OF_BUS,
            "{\"name\":\"rsu-1\",\"role\":\"rsu\",\"area\":[52.0,13.0,52.5,13.25],"
                + "\"enabled\":false,\"created\":\"1970-01-01T00:00:00Z\",\"credentials\":[]}");
    assertThat(ClientsFile.read(file()).clients()).containsExactly(BUS, UNIT);
    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file());
    }
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws Exception {
    assertThat(
            read("{\"name\":\"4711\"}\n{\"area\":\"everywhere\",\"role\":\"rsu\",\"name\":\"r\"}")
                .clients())
        .containsExactly(
            new ClientRecord(
                "4711", ClientRole.VEHICLE, Set.of(), null, null, true, false, List.of(), 0),
            new ClientRecord("r", ClientRole.RSU, Set.of(), null, null, true, false, List.of(), 0));
  }

  @Test
  void linesThatAreNotChangedStayAsTheyWere() throws Exception {
    String byHand = "{ \"role\" : \"vehicle\", \"name\" : \"4711\" }";
    ClientsFile file = read("# buses\n\n" + byHand + "\n" + LINE_OF_BUS + "\n# end\n");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    file.put(BUS.withEnabled(false));
    assertThat(file.remove("#1")).isFalse();
    assertThat(file.remove("nobody")).isFalse();
    file.write();

    assertThat(Files.readAllLines(file()))
        .containsExactly("# buses", "", byHand, LINE_OF_BUS.replace("true", "false"), "# end");
    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    assertThat(file.remove("bus-12")).isTrue();
    assertThat(file.clients()).extracting(ClientRecord::name).containsExactly("4711");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "x # it is no JSON at column 1 (Unrecognized token 'x': was expecting (JSON String, Number,"
            + " Array, Object or token 'null', 'true' or 'false')); allowed is one object"
            + " {\"name\":…} a line",
        "[] # it is no JSON object; allowed is one {\"name\":…} a line",
        "{'name':'a'} {} # something comes after the object; allowed is one a line",
        "{'name':'a','name':'b'} # it is no JSON at column 19 (Duplicate field 'name'); allowed is"
            + " one object {\"name\":…} a line",
        "{} # name is \"\"; allowed are 1 to 128 letters, digits and . _ : @ | ~ -, a letter or"
            + " digit first",
        "{'name':7} # name is no text; allowed is a text",
        "{'name':'a','colour':1} # \"colour\" is an unknown field; allowed are name, role,"
            + " stations, area, ratePerS, enabled, created, credentials",
        "{'name':'a','role':'tram'} # role is \"tram\"; allowed are vehicle and rsu",
        "{'name':'a','stations':7} # stations is no array of station ids; allowed is [4711, 4712]",
        "{'name':'a','stations':['7']} # stations is no array of station ids; allowed is [4711,"
            + " 4712]",
        "{'name':'a','stations':[-1]} # station is -1; allowed is a whole number from 0 to"
            + " 4294967295",
        "{'name':'a','area':[1,1,2,2]} # area is given for a vehicle; allowed are stations, or the"
            + " role rsu",
        "{'name':'a','role':'rsu'} # area is missing for an rsu; allowed is [south, west, north,"
            + " east] or \"everywhere\"",
        "{'name':'a','role':'rsu','area':[1,2,3]} # area is no box; allowed is [south, west, north,"
            + " east] in degrees, or \"everywhere\"",
        "{'name':'a','role':'rsu','area':[2,1,1,3]} # area has latitudes 2.0 to 1.0; allowed is"
            + " [south, west, north, east] in degrees",
        "{'name':'a','role':'rsu','area':['x',1,1,3]} # area has what is no number; allowed are"
            + " numbers",
        "{'name':'a','ratePerS':0} # rate is 0.0; allowed is a number from 0.01 to 1000000 messages"
            + " a second",
        "{'name':'a','enabled':'yes'} # enabled is no switch; allowed are true and false",
        "{'name':'a','created':'today'} # created is \"today\"; allowed is a time such as"
            + " 2026-11-01T00:00:00Z",
        "{'name':'a','credentials':{}} # credentials is no array; allowed is [{\"certificate\":…}]",
        "{'name':'a','credentials':[{'password':'secret'}]} # credentials[0]: a password's hash has"
            + " 6 characters; allowed is a PHC string of up to 512 characters that begins with $",
        "{'name':'a','credentials':[{'psk':'a','keyHex':'0g'}]} # credentials[0]: keyHex has what"
            + " is no pair of hexadecimal digits",
        "{'name':'a','credentials':[{'psk':'a','keyHex':'00'}]} # credentials[0]: a shared key has"
            + " 1 bytes; allowed are 16 to 64",
        "{'name':'a','credentials':[{'certificate':'ip:1.2.3.4'}]} # credentials[0]: a"
            + " certificate's name is \"ip:1.2.3.4\"; allowed are subject:…, dns:…, uri:… and"
            + " email:…",
        "{'name':'a','credentials':[7]} # credentials[0]: it is of no known kind; allowed are"
            + " {\"password\":…}, {\"certificate\":…}, {\"psk\":…,\"keyHex\":…} and"
            + " {\"publicKey\":…}",
        "{'name':'a','credentials':[{'iris':'blue'}]} # credentials[0]: it is of no known kind;"
            + " allowed are {\"password\":…}, {\"certificate\":…}, {\"psk\":…,\"keyHex\":…} and"
            + " {\"publicKey\":…}",
      })
  void aLineThatIsNoClientIsNamedWithWhatIsAllowed(String line, String problem) {
    assertThatThrownBy(() -> read("# first\n" + line.replace('\'', '"') + "\n"))
        .isInstanceOf(ClientsException.class)
        .hasMessage(file() + ":2: " + problem);
  }

  @Test
  void everyProblemIsToldUpToALimit() {
    assertThatThrownBy(() ->
            read(
                LINE_OF_BUS
                    + "\n"
                    + "{\"name\":\"bus-12\"}\n"
                    + "x\n"
                    + "{\"name\":\"a\",\"credentials\":[{\"certificate\":\"subject:CN=bus-12,"
                    + " O=Example\"}]}"))
        .hasMessageContainingAll(
            file() + ":2: name \"bus-12\" is in line 1 already; allowed is one client with it\n",
            file() + ":3: it is no JSON",
            file()
                + ":4: the credential subject:CN=bus-12,O=Example is in line 1 already; allowed is"
                + " one client with it");
    assertThatThrownBy(() -> read("x\n".repeat(25))).hasMessageEndingWith("\nand 5 more");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xFF});

    assertThatThrownBy(() -> ClientsFile.read(file()))
        .hasMessage(
            file() + ": does not exist; `wayside client add --file " + file() + " …` makes it");
    assertThatThrownBy(() -> ClientsFile.read(folder))
        .hasMessageStartingWith(folder + ": cannot be read (");
    assertThatThrownBy(() -> ClientsFile.read(bytes))
        .hasMessage(bytes + ": is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws Exception {
    Path nowhere = folder.resolve("none/clients.jsonl");
    ClientsFile file = ClientsFile.readOrNew(nowhere);
    file.put(BUS);

    assertThatThrownBy(file::write)
        .hasMessageStartingWith(nowhere + ": cannot be written (NoSuchFileException: ");
  }
}
