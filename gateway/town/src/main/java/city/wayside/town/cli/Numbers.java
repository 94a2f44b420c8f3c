package city.wayside.town.cli;

import city.wayside.town.bench.match.MatchPoints;
import city.wayside.town.picture.NetworkPicture;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Numbers on the command line, each with the range that it may have.
final class Numbers {

  private Numbers() {}

  /// A port to listen on, 0 for any free one.
  static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) number(text, "a whole number from 0 to 65535", n -> whole(n) && n <= 65_535);
    }
  }

  /// A count of one or more.
  static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int)
          number(text, "a whole number from 1 to 1000000000", n -> whole(n) && n >= 1 && n <= 1e9);
    }
  }

  /// How wide a picture is.
  static final class PicturePixels implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int)
          number(
              text,
              "a whole number from " + NetworkPicture.SIDE_MIN + " to " + NetworkPicture.SIDE_MAX,
              n -> whole(n) && n >= NetworkPicture.SIDE_MIN && n <= NetworkPicture.SIDE_MAX);
    }
  }

  /// How many seeds.
  static final class Seeds implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int)
          number(text, "a whole number from 1 to 100", n -> whole(n) && n >= 1 && n <= 100);
    }
  }

  /// How many points of a trace.
  static final class Points implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int)
          number(
              text,
              "a whole number from 1 to " + MatchPoints.POINTS_MAX,
              n -> whole(n) && n >= 1 && n <= MatchPoints.POINTS_MAX);
    }
  }

  /// A count of zero or more.
  static final class CountOrNone implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) number(text, "a whole number from 0 to 1000000000", n -> whole(n) && n <= 1e9);
    }
  }

  /// A window's length in seconds.
  static final class WindowS implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int)
          number(
              text,
              "a multiple of 60 seconds, up to 86400",
              n -> whole(n) && n >= 60 && n <= 86_400 && n % 60 == 0);
    }
  }

  /// A share of all, above zero.
  static final class Share implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return number(text, "a number above 0, up to 1", n -> n > 0 && n <= 1);
    }
  }

  /// Shares of all, each above zero.
  ///
  /// @param each one or more, in the order in which they were given, none twice
  record Shares(List<Double> each) {

    /// Shares with commas between.
    static final class Reader implements ITypeConverter<Shares> {
      @Override
      public Shares convert(String text) {
        return new Shares(
            Arrays.stream(text.split(",", -1))
                .map(share -> number(share, "a number above 0, up to 1", n -> n > 0 && n <= 1))
                .distinct()
                .toList());
      }
    }
  }

  /// An MQTT quality of service.
  static final class Qos implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) number(text, "0 or 1", n -> whole(n) && n <= 1);
    }
  }

  /// How many times faster than real time.
  static final class Speed implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return number(text, "a number from 0.01 to 1000", n -> n >= 0.01 && n <= 1000);
    }
  }

  private static boolean whole(double number) {
    return number >= 0 && number == Math.rint(number);
  }

  private static double number(String text, String allowed, DoublePredicate fits) {
    try {
      double number = Double.parseDouble(text);
      if (fits.test(number)) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Told below, with what is allowed.
    }
    throw new TypeConversionException("\"" + text + "\"; allowed is " + allowed);
  }
}
