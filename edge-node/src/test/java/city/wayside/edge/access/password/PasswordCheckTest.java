package city.wayside.edge.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.access.bounded.BoundedWork;
import city.wayside.kit.fake.ManualClock;
import city.wayside.model.client.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordCheckTest {

  private static final int FLOOR = 5000;
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);
  private static final byte[] WRONG = "sekret".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NO_TEXT = {(byte) 0xFF};

  private final CountedRounds rounds = new CountedRounds();
  private final PasswordCheck check =
      new PasswordCheck(rounds, FLOOR, BoundedWork.on(Runnable::run, new ManualClock(0), 1000));

  @Test
  void theRightPasswordCostsItsOwnRounds() {
    assertThat(checked(hash(100), SECRET)).isEqualTo(PasswordCheck.Result.RIGHT);
    assertThat(rounds.spent).isEqualTo(100);
  }

  @Test
  void whateverIsWrongCostsTheSame() {
    for (byte[] password : new byte[][] {WRONG, NO_TEXT, new byte[2000]}) {
      assertThat(costOfFailure(null, password)).isEqualTo(FLOOR);
      assertThat(costOfFailure(hash(100), password)).isEqualTo(FLOOR);
      assertThat(costOfFailure(hash(FLOOR), password)).isEqualTo(FLOOR);
      assertThat(costOfFailure(new PasswordHash("$x$y"), password)).isEqualTo(FLOOR);
    }
  }

  @Test
  void withoutRoomItIsNotChecked() {
    PasswordCheck full =
        new PasswordCheck(
            rounds,
            FLOOR,
            BoundedWork.on(
                _ -> {
                  throw new RejectedExecutionException();
                },
                new ManualClock(0),
                1000));

    assertThat(full.check(hash(100), SECRET).toCompletableFuture().join())
        .isEqualTo(PasswordCheck.Result.BUSY);
    assertThat(rounds.spent).isZero();
  }

  private long costOfFailure(@Nullable PasswordHash stored, byte[] password) {
    rounds.spent = 0;
    assertThat(checked(stored, password)).isEqualTo(PasswordCheck.Result.WRONG);
    return rounds.spent;
  }

  private PasswordCheck.Result checked(@Nullable PasswordHash stored, byte[] password) {
    return check.check(stored, password).toCompletableFuture().join();
  }

  private static PasswordHash hash(int iterations) {
    return Pbkdf2.hash(SECRET, new byte[Pbkdf2.SALT_BYTES], iterations);
  }

  private static final class CountedRounds implements PasswordCheck.SlowHash {
    private long spent;

    @Override
    public boolean isOf(Pbkdf2 wanted, byte[] password) {
      spent += wanted.iterations();
      return wanted.isOf(password);
    }

    @Override
    public void spend(int iterations) {
      spent += iterations;
    }
  }
}
