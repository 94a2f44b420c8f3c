package city.wayside.messages.etsi.ivim;

import static city.wayside.messages.uper.Schema.NEVER;
import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.octets;
import static city.wayside.messages.uper.Schema.sequence;
import static city.wayside.messages.uper.Schema.utf8;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// Road signs by their codes and attributes: ISO 14823 as ISO 19321 uses it.
public final class SignCodes {

  private static final SequenceType PICTOGRAM_CATEGORY_CODE =
      sequence("PictogramCategoryCode")
          .field("nature", integer(1, 9))
          .field("serialNumber", integer(0, 99))
          .end();

  public static final SequenceType PICTOGRAM_CODE =
      sequence("PictogramCode")
          .optional("countryCode", octets(2, 2))
          .field(
              "serviceCategoryCode",
              choice("ServiceCategoryCode")
                  .or(
                      "trafficSignPictogram",
                      extensibleEnumerated("dangerWarning", "regulatory", "informative"))
                  .or("publicFacilitiesPictogram", extensibleEnumerated("publicFacilities"))
                  .or(
                      "ambientOrRoadConditionPictogram",
                      extensibleEnumerated("ambientCondition", "roadCondition"))
                  .extensible()
                  .end())
          .field("pictogramCategoryCode", PICTOGRAM_CATEGORY_CODE)
          .end();

  public static final SequenceType MONTH_DAY =
      sequence("MonthDay").field("month", integer(1, 12)).field("day", integer(1, 31)).end();

  public static final SequenceType HOURS_MINUTES =
      sequence("HoursMinutes").field("hours", integer(0, 23)).field("mins", integer(0, 59)).end();

  public static final SequenceType INTERNATIONAL_SIGN_APPLICABLE_PERIOD =
      sequence("InternationalSign-applicablePeriod")
          .optional(
              "year",
              sequence("Year")
                  .field("yearRangeStartYear", extensibleInteger(2000, 2127))
                  .field("yearRangeEndYear", extensibleInteger(2000, 2127))
                  .end())
          .optional(
              "month-day",
              sequence("Month-day")
                  .field("dateRangeStartMonthDay", MONTH_DAY)
                  .field("dateRangeEndMonthDay", MONTH_DAY)
                  .end())
          .optional("repeatingPeriodDayTypes", bits(4))
          .optional(
              "hourMinutes",
              sequence("HourMinutes")
                  .field("timeRangeStartTime", HOURS_MINUTES)
                  .field("timeRangeEndTime", HOURS_MINUTES)
                  .end())
          .optional("dateRangeOfWeek", bits(8))
          .optional("durationHourMinute", HOURS_MINUTES)
          .end();

  public static final SequenceType DISTANCE =
      sequence("Distance").field("value", integer(1, 16384)).field("unit", integer(2, 8)).end();

  public static final SequenceType WEIGHT =
      sequence("Weight").field("value", integer(1, 16384)).field("unit", integer(10, 12)).end();

  public static final SequenceType INTERNATIONAL_SIGN_APPLICABLE_VEHICLE_DIMENSIONS =
      sequence("InternationalSign-applicableVehicleDimensions")
          .optional("vehicleHeight", DISTANCE)
          .optional("vehicleWidth", DISTANCE)
          .optional("vehicleLength", DISTANCE)
          .optional("vehicleWeight", WEIGHT)
          .end();

  public static final SequenceType INTERNATIONAL_SIGN_SPEED_LIMITS =
      sequence("InternationalSign-speedLimits")
          .optional("speedLimitMax", integer(0, 250))
          .optional("speedLimitMin", integer(0, 250))
          .field("unit", integer(0, 1))
          .end();

  public static final SequenceType GDD_CODE =
      sequence("GddCode")
          .field("pictogramCode", PICTOGRAM_CODE)
          .optional("attributes", NEVER)
          .end();

  public static final SequenceType DESTINATION_PLACE =
      sequence("DestinationPlace")
          .field("destType", extensibleInteger(0, 15))
          .optional("destRSCode", GDD_CODE)
          .optional("destBlob", octets())
          .optional("placeNameIdentification", integer(1, 999))
          .optional("placeNameText", utf8())
          .end();

  public static final SequenceType DESTINATION_ROAD =
      sequence("DestinationRoad")
          .field("derType", extensibleInteger(0, 15))
          .optional("roadNumberIdentifier", integer(1, 999))
          .optional("roadNumberText", utf8())
          .end();

  public static final SequenceType DISTANCE_OR_DURATION =
      sequence("DistanceOrDuration")
          .field("value", integer(1, 16384))
          .field("unit", integer(2, 9))
          .end();

  public static final SequenceType DDD_IO =
      sequence("DDD-IO")
          .field("arrowDirection", integer(0, 7))
          .optional("destPlace", extensibleListOf(1, 4, DESTINATION_PLACE))
          .optional("destRoad", extensibleListOf(1, 4, DESTINATION_ROAD))
          .optional("roadNumberIdentifier", integer(1, 999))
          .optional("streetName", integer(1, 999))
          .optional("streetNameText", utf8())
          .optional("distanceToDivergingPoint", DISTANCE_OR_DURATION)
          .optional("distanceToDestinationPlace", DISTANCE_OR_DURATION)
          .end();

  public static final SequenceType INTERNATIONAL_SIGN_DESTINATION_INFORMATION =
      sequence("InternationalSign-destinationInformation")
          .optional("junctionDirection", integer(1, 128))
          .optional("roundaboutCwDirection", integer(1, 128))
          .optional("roundaboutCcwDirection", integer(1, 128))
          .field("ioList", extensibleListOf(1, 8, DDD_IO))
          .end();

  public static final ChoiceType ISO14823_ATTRIBUTE =
      choice("ISO14823Attribute")
          .or("dtm", INTERNATIONAL_SIGN_APPLICABLE_PERIOD)
          .or("edt", INTERNATIONAL_SIGN_APPLICABLE_PERIOD)
          .or("dfl", integer(1, 8))
          .or("ved", INTERNATIONAL_SIGN_APPLICABLE_VEHICLE_DIMENSIONS)
          .or("spe", INTERNATIONAL_SIGN_SPEED_LIMITS)
          .or("roi", integer(1, 32))
          .or("dbv", DISTANCE)
          .or("ddd", INTERNATIONAL_SIGN_DESTINATION_INFORMATION)
          .end();

  public static final SequenceOfType ISO14823_ATTRIBUTES =
      extensibleListOf(1, 8, ISO14823_ATTRIBUTE);

  public static final SequenceType ISO14823_CODE =
      sequence("ISO14823Code")
          .field(
              "pictogramCode",
              sequence("PictogramCode")
                  .optional("countryCode", octets(2, 2))
                  .field(
                      "serviceCategoryCode",
                      choice("ServiceCategoryCode")
                          .or(
                              "trafficSignPictogram",
                              extensibleEnumerated("dangerWarning", "regulatory", "informative"))
                          .or("publicFacilitiesPictogram", extensibleEnumerated("publicFacilities"))
                          .or(
                              "ambientOrRoadConditionPictogram",
                              extensibleEnumerated("ambientCondition", "roadCondition"))
                          .extensible()
                          .or(
                              "supplementaryPanel",
                              extensibleEnumerated("supplementaryPanelAndAdditionalPanel"))
                          .end())
                  .field("pictogramCategoryCode", PICTOGRAM_CATEGORY_CODE)
                  .end())
          .optional("attributes", ISO14823_ATTRIBUTES)
          .end();

  private SignCodes() {}
}
