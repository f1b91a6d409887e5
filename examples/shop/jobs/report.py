"""Sends the nightly report."""
import boto3
import psycopg2

ssm = boto3.client("ssm")

DB_PASSWORD = "%db-password%"


def main():
    token = ssm.get_parameter(Name="/prod/shop/report-token", WithDecryption=True)["Parameter"]["Value"]
    print(f"report token: {token}")
    connection = psycopg2.connect(host="orders.cluster.internal", user="report", password=DB_PASSWORD)
    return connection.cursor()


if __name__ == "__main__":
    main()
