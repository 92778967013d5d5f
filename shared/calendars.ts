import { daysAfter, type CalendarYear } from '#shared/calendar';

/** Days of one year by month and day: the holidays from their first to their last day, and the weekend days worked. */
interface Notice {
  notice: string;
  holidays: readonly (readonly [first: string, last: string])[];
  worked: readonly string[];
}

interface ShippedYear extends CalendarYear {
  notice: string;
  off: string[];
  worked: string[];
}

function yearOf(year: number, { notice, holidays, worked }: Notice): ShippedYear {
  const off = holidays.flatMap(([first, last]) => {
    const days: string[] = [];
    for (let day = `${year}-${first}`; day <= `${year}-${last}`; day = daysAfter(day, 1)) days.push(day);
    return days;
  });
  return { year, notice, off, worked: worked.map((day) => `${year}-${day}`) };
}

export const calendar2024 = yearOf(2024, {
  notice: '国办发明电〔2023〕7号',
  holidays: [
    ['01-01', '01-01'],
    ['02-10', '02-17'],
    ['04-04', '04-06'],
    ['05-01', '05-05'],
    ['06-10', '06-10'],
    ['09-15', '09-17'],
    ['10-01', '10-07'],
  ],
  worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
});

/** From this year on the eve of the Spring Festival and May 2 are holidays too (全国年节及纪念日放假办法 of 2024). */
export const calendar2025 = yearOf(2025, {
  notice: '国办发明电〔2024〕12号',
  holidays: [
    ['01-01', '01-01'],
    ['01-28', '02-04'],
    ['04-04', '04-06'],
    ['05-01', '05-05'],
    ['05-31', '06-02'],
    ['10-01', '10-08'],
  ],
  worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
});

export const calendar2026 = yearOf(2026, {
  notice: '国办发明电〔2025〕7号',
  holidays: [
    ['01-01', '01-03'],
    ['02-15', '02-23'],
    ['04-04', '04-06'],
    ['05-01', '05-05'],
    ['06-19', '06-21'],
    ['09-25', '09-27'],
    ['10-01', '10-07'],
  ],
  worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
});

/** The State Council's notices that the code brings along; later years, and amendments, are published as data. */
export const shippedCalendars: readonly ShippedYear[] = [calendar2024, calendar2025, calendar2026];
