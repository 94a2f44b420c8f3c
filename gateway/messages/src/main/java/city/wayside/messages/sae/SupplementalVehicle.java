package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.octets;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Basics;
import city.wayside.messages.dsrc.Lanes;
import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.dsrc.Vectors;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;

/// Part II of a BSM: what a vehicle is, and what it noticed of SAE J2735-2024.
public final class SupplementalVehicle {

  public static final IntegerType TRAILER_WEIGHT = integer(0, 64255);

  public static final SequenceType AXLES =
      sequence("Axles")
          .field("totalAxles", extensibleInteger(1, 10))
          .optional("frontAxles", extensibleInteger(0, 10))
          .optional("rearAxles", extensibleInteger(0, 10))
          .extensible()
          .end();

  public static final SequenceType VEHICLE_DATA =
      sequence("VehicleData")
          .optional("height", Basics.VEHICLE_HEIGHT)
          .optional("bumpers", SpecialVehicle.BUMPER_HEIGHTS)
          .optional("mass", integer(0, 255))
          .optional("doNotUse", TRAILER_WEIGHT)
          .extensible()
          .optional("trailerPresent", BOOLEAN)
          .optional("pivotPoint", Quantities.PIVOT_POINT_DESCRIPTION)
          .optional("axles", AXLES)
          .optional("leanAngle", integer(-90, 90))
          .end();

  public static final EnumeratedType ESS_PRECIP_SITUATION =
      enumerated(
          "other",
          "unknown",
          "noPrecipitation",
          "unidentifiedSlight",
          "unidentifiedModerate",
          "unidentifiedHeavy",
          "snowSlight",
          "snowModerate",
          "snowHeavy",
          "rainSlight",
          "rainModerate",
          "rainHeavy",
          "frozenPrecipitationSlight",
          "frozenPrecipitationModerate",
          "frozenPrecipitationHeavy");

  public static final SequenceType WEATHER_REPORT =
      sequence("WeatherReport")
          .field("isRaining", enumerated("precip", "noPrecip", "error"))
          .optional("rainRate", integer(0, 65535))
          .optional("precipSituation", ESS_PRECIP_SITUATION)
          .optional("solarRadiation", integer(0, 65535))
          .optional("friction", integer(0, 101))
          .optional("roadFriction", integer(0, 50))
          .extensible()
          .end();

  public static final EnumeratedType WIPER_STATUS =
      extensibleEnumerated(
          "unavailable", "off", "intermittent", "low", "high", "washerInUse", "automaticPresent");

  public static final IntegerType WIPER_RATE = integer(0, 127);

  public static final SequenceType WIPER_SET =
      sequence("WiperSet")
          .field("statusFront", WIPER_STATUS)
          .field("rateFront", WIPER_RATE)
          .optional("statusRear", WIPER_STATUS)
          .optional("rateRear", WIPER_RATE)
          .end();

  public static final SequenceType WEATHER_PROBE =
      sequence("WeatherProbe")
          .optional("airTemp", integer(0, 191))
          .optional("airPressure", integer(0, 255))
          .optional("rainRates", WIPER_SET)
          .extensible()
          .end();

  public static final EnumeratedType GENERIC_LOCATIONS =
      extensibleEnumerated(
          "on-bridges",
          "in-tunnels",
          "entering-or-leaving-tunnels",
          "on-ramps",
          "in-road-construction-area",
          "around-a-curve",
          "on-minor-roads",
          "in-the-opposing-lanes",
          "adjacent-to-roadway",
          "on-bend",
          "entire-intersection",
          "in-the-median",
          "moved-to-side-of-road",
          "moved-to-shoulder",
          "on-the-roadway",
          "in-shaded-areas",
          "in-low-lying-areas",
          "in-the-downtown-area",
          "in-the-inner-city-area",
          "in-parts",
          "in-some-places",
          "in-the-ditch",
          "in-the-valley",
          "on-hill-top",
          "near-the-foothills",
          "at-high-altitudes",
          "near-the-lake",
          "near-the-shore",
          "over-the-crest-of-a-hill",
          "other-than-on-the-roadway",
          "near-the-beach",
          "near-beach-access-point",
          "lower-level",
          "upper-level",
          "airport",
          "concourse",
          "gate",
          "baggage-claim",
          "customs-point",
          "station",
          "platform",
          "dock",
          "depot",
          "ev-charging-point",
          "information-welcome-point",
          "at-rest-area",
          "at-service-area",
          "at-weigh-station",
          "picnic-areas",
          "rest-area",
          "service-stations",
          "toilets",
          "on-the-right",
          "on-the-left",
          "in-the-center",
          "in-the-opposite-direction",
          "cross-traffic",
          "northbound-traffic",
          "eastbound-traffic",
          "southbound-traffic",
          "westbound-traffic",
          "north",
          "south",
          "east",
          "west",
          "northeast",
          "northwest",
          "southeast",
          "southwest",
          "mountain-pass",
          "reservation-center",
          "nearby-basin",
          "on-tracks",
          "dip",
          "traffic-circle",
          "park-and-ride-lot",
          "to",
          "by",
          "through",
          "area-of",
          "under",
          "over",
          "from",
          "approaching",
          "entering-at",
          "exiting-at",
          "across-tracks",
          "in-street",
          "on-curve",
          "shoulder",
          "crossover",
          "cross-road",
          "side-road",
          "bus-stop",
          "intersection",
          "roadside-park");

  public static final SequenceType OBSTACLE_DETECTION =
      sequence("ObstacleDetection")
          .field("obDist", integer(0, 32767))
          .field("obDirect", Basics.ANGLE)
          .optional("description", integer(523, 541))
          .optional("locationDetails", GENERIC_LOCATIONS)
          .field("dateTime", Vectors.D_DATE_TIME)
          .optional("vertEvent", bits(5))
          .extensible()
          .end();

  public static final SequenceType DISABLED_VEHICLE =
      sequence("DisabledVehicle")
          .field("statusDetails", integer(523, 541))
          .optional("locationDetails", GENERIC_LOCATIONS)
          .extensible()
          .end();

  public static final SequenceType SPEED_PROFILE =
      sequence("SpeedProfile")
          .field("speedReports", listOf(1, 20, integer(0, 31)))
          .extensible()
          .end();

  public static final SequenceType ANTENNA_OFFSET_SET =
      sequence("AntennaOffsetSet")
          .field("antOffsetX", Lanes.OFFSET_B12)
          .field("antOffsetY", integer(-256, 255))
          .field("antOffsetZ", Lanes.OFFSET_B10)
          .end();

  public static final SequenceType RTCM_HEADER =
      sequence("RTCMheader")
          .field("status", Quantities.GNS_SSTATUS)
          .field("offsetSet", ANTENNA_OFFSET_SET)
          .end();

  public static final SequenceType RTCM_PACKAGE =
      sequence("RTCMPackage")
          .optional("rtcmHeader", RTCM_HEADER)
          .field("msgs", listOf(1, 5, octets(1, 1023)))
          .extensible()
          .end();

  public static final EnumeratedType RPT_VEHICLE_CLASS =
      extensibleEnumerated(
          "motorcycles",
          "passengerCars",
          "other2axle4tireSingleUnitVehs",
          "buses",
          "twoAxle6TireSingleUnitTrucks",
          "threeAxleSingleUnitTrucks",
          "fourOrMoreAxleSingleUnitTrucks",
          "fourOrFewerAxleSingleTrailerTrucks",
          "fiveAxleSingleTrailerTrucks",
          "sixOrMoreAxleSingleTrailerTrucks",
          "fiveOrFewerAxleMultiTrailerTrucks",
          "sixAxleMultiTrailerTrucks",
          "sevenOrMoreAxleMultiTrailerTrucks");

  public static final SequenceType TRAILER_UNIT_DESC_J2945_SLASH_1B =
      sequence("TrailerUnitDescJ2945Slash1B")
          .field("width", Quantities.VEHICLE_WIDTH)
          .field("length", Quantities.VEHICLE_LENGTH)
          .optional("height", Basics.VEHICLE_HEIGHT)
          .optional("weight", TRAILER_WEIGHT)
          .field("frontPivot", Quantities.PIVOT_POINT_DESCRIPTION)
          .optional("rearPivot", Quantities.PIVOT_POINT_DESCRIPTION)
          .optional("bumpers", SpecialVehicle.BUMPER_HEIGHTS)
          .optional("axles", AXLES)
          .extensible()
          .end();

  public static final SequenceType SCHOOL_BUS_J2945_SLASH_1C =
      sequence("SchoolBusJ2945Slash1C")
          .field("flashingAmberLights", BOOLEAN)
          .field("flashingRedLights", BOOLEAN)
          .optional("studentsCrossingFront", BOOLEAN)
          .optional("studentsCrossingBehind", BOOLEAN)
          .optional("studentsLoading", BOOLEAN)
          .optional("studentsUnloading", BOOLEAN)
          .optional("wheelchairLiftInUse", BOOLEAN)
          .optional("emergencyExitOpen", BOOLEAN)
          .optional("emergencyRequestMedical", BOOLEAN)
          .optional("emergencyRequestFire", BOOLEAN)
          .optional("emergencyRequestPolice", BOOLEAN)
          .extensible()
          .end();

  public static final SequenceType SUPPLEMENTAL_VEHICLE_EXTENSIONS =
      sequence("SupplementalVehicleExtensions")
          .optional("classification", VehicleClasses.BASIC_VEHICLE_CLASS)
          .optional("classDetails", VehicleClasses.VEHICLE_CLASSIFICATION)
          .optional("vehicleData", VEHICLE_DATA)
          .optional("doNotUse1", WEATHER_REPORT)
          .optional("doNotUse2", WEATHER_PROBE)
          .optional("doNotUse3", OBSTACLE_DETECTION)
          .optional("status", DISABLED_VEHICLE)
          .optional("doNotUse4", SPEED_PROFILE)
          .optional("doNotUse5", RTCM_PACKAGE)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .field("fhwaVehicleClass", RPT_VEHICLE_CLASS)
          .optional("trailers", extensibleListOf(1, 8, TRAILER_UNIT_DESC_J2945_SLASH_1B))
          .optional("schoolBus", SCHOOL_BUS_J2945_SLASH_1C)
          .end();

  private SupplementalVehicle() {}
}
