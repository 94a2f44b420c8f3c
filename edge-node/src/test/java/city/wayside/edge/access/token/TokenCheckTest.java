package city.wayside.edge.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.access.bounded.BoundedWork;
import city.wayside.kit.fake.ManualClock;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCheckTest {

  private static final long NOW = 1_800_000_000_000L;
  private static final long END_S = NOW / 1000 + 600;

  private static final Issuer ISSUER = Issuer.of("key-1", SignatureAlgorithm.ES256);

  private final ManualClock clock = new ManualClock(NOW);
  private String keySet = Issuer.keySet(ISSUER);
  private int fetched;
  private boolean isAway;

  private final TokenCheck check = announcedBy(null);

  private static TokenConfig config(@Nullable String userName) {
    return new TokenConfig(
        "https://id.example",
        "wayside",
        Path.of("keys.json"),
        null,
        null,
        userName,
        60_000,
        300_000,
        10_000,
        ClaimNames.defaults());
  }

  private TokenCheck announcedBy(@Nullable String userName) {
    KeySource source =
        () -> {
          fetched++;
          if (isAway) {
            throw new IOException("away");
          }
          return Issuer.bytes(keySet);
        };
    KeyRing ring = new KeyRing(source, Runnable::run, clock, 10_000);
    return new TokenCheck(
        config(userName), ring, BoundedWork.on(Runnable::run, clock, 1000), clock);
  }

  private TokenResult check(String token) {
    return check.check(Issuer.bytes(token)).toCompletableFuture().join();
  }

  private static String claims(String more) {
    return "{\"iss\":\"https://id.example\",\"aud\":\"wayside\",\"sub\":\"bus-12\",\"exp\":%d%s}"
        .formatted(END_S, more);
  }

  private String reason(String token) {
    return switch (check(token)) {
      case TokenResult.Forged(String reason) -> "forged: " + reason;
      case TokenResult.Unfit(String reason) -> "unfit: " + reason;
      case TokenResult other -> other.toString();
    };
  }

  @ParameterizedTest
  @EnumSource
  void aTokenOfTheIssuerIsBelieved(SignatureAlgorithm algorithm) {
    Issuer issuer = Issuer.of("key-2", algorithm);
    keySet = Issuer.keySet(ISSUER, issuer);

    assertThat(check(issuer.token(claims(""))))
        .isEqualTo(
            new TokenResult.Believed(
                new ClientRecord(
                    "bus-12",
                    ClientRole.VEHICLE,
                    Set.of(),
                    null,
                    null,
                    true,
                    false,
                    List.of(),
                    NOW),
                END_S * 1000 + 60_000));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatWasChangedIsForged(SignatureAlgorithm algorithm) {
    Issuer issuer = Issuer.of("key-2", algorithm);
    keySet = Issuer.keySet(issuer);
    String token = issuer.token(claims(""));
    String other = issuer.token(claims(",\"role\":\"rsu\",\"area\":\"everywhere\""));
    String mixed =
        other.substring(0, other.lastIndexOf('.')) + token.substring(token.lastIndexOf('.'));

    assertThat(reason(mixed)).isEqualTo("forged: the token's signature is not the issuer's");
    assertThat(reason(token.substring(0, token.lastIndexOf('.') + 1)))
        .isEqualTo("forged: the token's signature is not the issuer's");
    assertThat(check(other)).isInstanceOf(TokenResult.Believed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\"}",
        "{\"alg\":\"None\",\"kid\":\"key-1\"}",
        "{\"alg\":\"HS256\",\"kid\":\"key-1\"}",
        "{\"alg\":\"PS256\",\"kid\":\"key-1\"}",
        "{\"alg\":\"es256\",\"kid\":\"key-1\"}",
        "{\"alg\":[\"ES256\"]}",
        "{}"
      })
  void onlySignaturesThatTheIssuerAloneCanMakeAreBelieved(String header) {
    assertThat(reason(ISSUER.token(header, claims(""))))
        .isEqualTo(
            "forged: the token cannot be read: its alg is none of the allowed RS256, ES256, EdDSA");
  }

  @Test
  void aKeyIsUsedForItsOwnAlgorithmOnly() {
    assertThat(reason(ISSUER.token("{\"alg\":\"RS256\",\"kid\":\"key-1\"}", claims(""))))
        .isEqualTo("forged: the token is signed with a key that the issuer has not");
  }

  @Test
  void whatATokenDemandsAndNobodyKnowsIsRefused() {
    assertThat(reason(ISSUER.token("{\"alg\":\"ES256\",\"crit\":[\"b64\"]}", claims(""))))
        .contains("demands extensions (crit)");
  }

  @Test
  void aTokenWithoutAKeyIdIsFineWhileThereIsOneKey() {
    String token = ISSUER.token("{\"alg\":\"ES256\"}", claims(""));
    assertThat(check(token)).isInstanceOf(TokenResult.Believed.class);

    keySet = Issuer.keySet(ISSUER, Issuer.of("key-2", SignatureAlgorithm.ES256));
    clock.advance(10_000);
    check(Issuer.of("key-3", SignatureAlgorithm.ES256).token(claims("")));
    assertThat(reason(token)).contains("a key that the issuer has not");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b", "a.b.c.d", "eyJ.e30.", "....", "é.é.é", "e30.e30.e30"})
  void whatIsNoTokenIsForged(String text) {
    assertThat(reason(text)).startsWith("forged: the token cannot be read: ");
  }

  @Test
  void whatIsTooLongIsNotRead() {
    assertThat(reason("a".repeat(8193))).contains("it has 8193 characters; allowed are 8192");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'iss':'x','aud':'wayside','sub':'a','exp':1800000600"
            + " | its issuer (iss) is not the configured one",
        "'aud':'wayside','sub':'a','exp':1800000600 | its issuer (iss) is not the configured one",
        "'iss':'https://id.example','aud':'x','sub':'a','exp':1800000600"
            + " | its audience (aud) is not this gateway",
        "'iss':'https://id.example','aud':['x','y'],'sub':'a','exp':1800000600"
            + " | its audience (aud) is not this gateway",
        "'iss':'https://id.example','sub':'a','exp':1800000600"
            + " | its audience (aud) is not this gateway",
        "'iss':'https://id.example','aud':'wayside','sub':'a' | it has no end (exp)",
        "'iss':'https://id.example','aud':'wayside','sub':'a','exp':null | it has no end (exp)",
        "'iss':'https://id.example','aud':'wayside','sub':'a','exp':'soon' | exp is no time",
        "'iss':'https://id.example','aud':'wayside','sub':'a','exp':1e300 | exp is no time",
        "'iss':'https://id.example','aud':'wayside','sub':'a','exp':1799999940"
            + " | it has ended (exp)",
        "'iss':'https://id.example','aud':'wayside','sub':'a','exp':1800000600,'nbf':1800000061"
            + " | it does not begin yet (nbf)",
      })
  void aTokenIsForHereAndNow(String claims, String reason) {
    assertThat(reason(ISSUER.token("{" + claims.replace('\'', '"') + "}")))
        .isEqualTo("unfit: the token is not taken: " + reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'aud':['x','wayside'],'exp':1800000600",
        "'aud':'wayside','exp':1799999940.5",
        "'aud':'wayside','exp':1800000600,'nbf':1800000060",
        "'aud':'wayside','exp':1800000600,'jti':'x','other':{'a':[1,2.5,true,null]}",
      })
  void severalAudiencesAndALittleLeewayAreFine(String claims) {
    String token =
        ISSUER.token(
            "{\"iss\":\"https://id.example\",\"sub\":\"a\"," + claims.replace('\'', '"') + "}");

    assertThat(check(token)).isInstanceOf(TokenResult.Believed.class);
  }

  @Test
  void claimsSayWhatTheClientIs() {
    assertThat(check(ISSUER.token(claims(",\"stations\":[1,4294967295],\"ratePerS\":12.5"))))
        .isInstanceOfSatisfying(
            TokenResult.Believed.class,
            believed -> {
              assertThat(believed.client().stationIds()).containsExactlyInAnyOrder(1L, 4294967295L);
              assertThat(believed.client().ratePerS()).isEqualTo(12.5);
            });
    assertThat(check(ISSUER.token(claims(",\"role\":\"rsu\",\"area\":[52,13,52.5,13.5]"))))
        .isInstanceOfSatisfying(
            TokenResult.Believed.class,
            believed -> {
              assertThat(believed.client().role()).isEqualTo(ClientRole.RSU);
              assertThat(believed.client().area()).isEqualTo(new BoundingBox(52, 13, 52.5, 13.5));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'role':'tram' | role is none of the allowed vehicle, rsu",
        "'role':7 | role is none of the allowed vehicle, rsu",
        "'role':'rsu' | area is neither [south, west, north, east] nor, for an rsu, \"everywhere\"",
        "'role':'rsu','area':[1,2,3] | area is neither [south, west, north, east] nor, for an rsu,"
            + " \"everywhere\"",
        "'area':'everywhere' | area is neither [south, west, north, east] nor, for an rsu,"
            + " \"everywhere\"",
        "'role':'rsu','area':[2,1,1,3] | latitudes 2.0 to 1.0",
        "'role':'rsu','area':[1,'x',2,3] | area has what is no number",
        "'role':'rsu','area':'everywhere','stations':[1] | stations are given for an rsu; allowed"
            + " is an area, or the role vehicle",
        "'area':[1,1,2,2] | area is given for a vehicle; allowed are stations, or the role rsu",
        "'stations':7 | stations is no array of station ids",
        "'stations':['7'] | stations has what is no station id",
        "'stations':[null] | stations has what is no station id",
        "'stations':[4294967296] | station is 4294967296; allowed is a whole number from 0 to"
            + " 4294967295",
        "'ratePerS':'9' | ratePerS is no number",
        "'ratePerS':0 | rate is 0.0; allowed is a number from 0.01 to 1000000 messages a second",
      })
  void aTokenThatSaysWhatCannotBeIsRefused(String claims, String reason) {
    assertThat(reason(ISSUER.token(claims("," + claims.replace('\'', '"')))))
        .isEqualTo("unfit: the token is not taken: " + reason);
  }

  @Test
  void aTokenNamesItsClient() {
    assertThat(reason(ISSUER.token(claims("").replace("sub", "name"))))
        .startsWith("unfit: the token is not taken: name is \"\"; allowed are 1 to 128 letters");
    assertThat(reason(ISSUER.token(claims("").replace("bus-12", "a/b"))))
        .startsWith("unfit: the token is not taken: name is \"a/b\"; allowed are 1 to 128 letters");
  }

  @Test
  void claimsThatAreWrittenTwiceAreRefused() {
    assertThat(reason(ISSUER.token(claims(",\"sub\":\"bus-13\""))))
        .isEqualTo("unfit: the token is not taken: it is no JSON: Duplicate field 'sub'");
  }

  @Test
  void aKeyThatTheIssuerHasMadeSinceIsFetchedButNotTooOften() {
    check(ISSUER.token(claims("")));
    Issuer next = Issuer.of("key-2", SignatureAlgorithm.EDDSA);
    keySet = Issuer.keySet(next);
    String token = next.token(claims(""));
    clock.advance(9_999);
    assertThat(reason(token))
        .isEqualTo("forged: the token is signed with a key that the issuer has not");
    assertThat(fetched).isEqualTo(1);

    clock.advance(1);
    assertThat(check(token)).isInstanceOf(TokenResult.Believed.class);
    assertThat(reason(ISSUER.token(claims("")))).contains("a key that the issuer has not");
    assertThat(fetched).isEqualTo(2);
  }

  @Test
  void withoutKeysNoTokenCanBeCheckedAndOldOnesStayWhenTheIssuerIsAway() {
    isAway = true;
    assertThat(check(ISSUER.token(claims("")))).isEqualTo(new TokenResult.Unavailable());

    isAway = false;
    clock.advance(10_000);
    assertThat(check(ISSUER.token(claims("")))).isInstanceOf(TokenResult.Believed.class);

    isAway = true;
    clock.advance(10_000);
    check(Issuer.of("key-9", SignatureAlgorithm.ES256).token(claims("")));
    assertThat(fetched).isEqualTo(3);
    assertThat(check(ISSUER.token(claims("")))).isInstanceOf(TokenResult.Believed.class);
  }

  @Test
  void aTokenIsKnownByItsFormOrByTheUserName() {
    byte[] token = Issuer.bytes(ISSUER.token(claims("")));
    byte[] word = Issuer.bytes("eyJ.secret");

    assertThat(check.isToken(null, token)).isTrue();
    assertThat(check.isToken("bus-12", token)).isTrue();
    assertThat(check.isToken("bus-12", word)).isFalse();
    assertThat(announcedBy("jwt").isToken("jwt", word)).isTrue();
    assertThat(announcedBy("jwt").isToken("bus-12", token)).isFalse();
    assertThat(announcedBy("jwt").isToken(null, token)).isFalse();
  }
}
